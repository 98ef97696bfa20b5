import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createWindowFiles, windowHeaders } from './window-files.ts'

function serve() {
  const folder = temporaryFolder()
  const window = join(folder, 'window')
  mkdirSync(join(window, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(window, 'index.html'), '<!doctype html>')
  writeFileSync(join(window, 'assets', 'a b.js'), 'code')
  writeFileSync(join(window, 'assets', 'index-Dx4kXJ_l.js'), 'code')
  const files = createWindowFiles(window, windowHeaders(['ws://127.0.0.1:1']))
  return async (path: string) => {
    const { status, headers, body } = await files(new URL(path, 'app://tocsin'))
    return {
      status,
      type: headers['content-type'],
      policy: headers['content-security-policy'],
      kept: headers['cache-control'],
      etag: headers['etag'],
      text: Buffer.from(body).toString(),
    }
  }
}

describe("the window's files", () => {
  it('come with their type and a policy that allows nothing inline', async () => {
    const index = await serve()('/')
    expect(index).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', text: '<!doctype html>' })
    expect(index.policy).toContain("default-src 'none'")
    expect(index.policy).toContain("connect-src 'self' ws://127.0.0.1:1")
    expect(index.policy).not.toContain('unsafe')
    expect(await serve()('/assets/a%20b.js')).toMatchObject({ status: 200, text: 'code' })
  })

  it('are kept for a year where their content is in their name, and otherwise asked for again', async () => {
    const get = serve()
    expect(await get('/assets/index-Dx4kXJ_l.js')).toMatchObject({
      kept: 'private, max-age=31536000, immutable',
      etag: undefined,
    })
    const [index, plain] = [await get('/'), await get('/assets/a%20b.js')]
    expect([index.kept, plain.kept]).toEqual(['private, no-cache', 'private, no-cache'])
    expect(index.etag).toMatch(/^"[\w-]{43}"$/)
    expect(index.etag).not.toBe(plain.etag)
  })

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
    '/assets%2f..%2f..',
    '//secret.txt',
    '/assets/../../secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/C:/secret.txt',
    '/index.html::$DATA',
    '/\u2025/secret.txt',
  ])('%s stays outside', async (path) => {
    const answer = await serve()(path)
    expect(answer.status).not.toBe(200)
    expect(answer.text).not.toMatch(/^secret$/)
    expect(answer.policy).toBe("default-src 'none'")
  })

  it.each(['/C:/secret.txt', '/index.html::$DATA', '/..%5csecret.txt', '/%00', '/..%2fsecret.txt'])(
    '%s is not even looked for, whatever it means to the system',
    async (path) => expect((await serve()(path)).status).toBe(400),
  )

  it('that are not there are 404', async () => {
    expect((await serve()('/missing.js')).status).toBe(404)
    expect((await serve()('/assets')).status).toBe(404)
  })
})
