/** Files of notifications: what was exported elsewhere is imported and found, what is here is exported. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { error, info, warning } from './servers/wire-frames.ts'

test('a file in the imports folder is imported: its rows appear, and are found', async ({
  start,
  server,
  dataDir,
  needs,
}) => {
  needs('http')
  const exported = {
    receivedAt: '2026-01-02T03:04:05.000Z',
    source: 'wss://elsewhere.example/ws',
    frame: JSON.stringify(error({ title: 'Seen elsewhere', id: 'e1' })),
  }
  const bare = warning({ title: 'A frame as recorded', message: 'With aardvarks.', id: 'e2' })
  await mkdir(join(dataDir, 'imports'))
  const lines = [JSON.stringify(exported), 'nonsense', JSON.stringify(bare)]
  await writeFile(join(dataDir, 'imports', 'old.jsonl'), `${lines.join('\n')}\n`)
  const app = await start({ source: server.url })
  const { screen } = app
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByRole('button', { name: 'Import…' }).click()
  await expect(settings).toContainText(/Imported 2 notifications from .*old\.jsonl\. 1 lines? .*line 2: /)
  await screen.page.keyboard.press('Escape')
  await expect(screen.rows).toHaveCount(2)
  await expect(screen.row('error', 'Seen elsewhere')).toContainText('Unread')
  expect(await screen.statistics()).toMatchObject({ ERROR: 1, WARNING: 1, Unread: 2, Total: 2 })
  await screen.searchBox.fill('aardvarks ')
  await expect(screen.rows).toHaveCount(1)
  await expect(screen.row('warning', 'A frame as recorded')).toBeVisible()
  expect(await app.toasts()).toEqual([])
})

test('without a file to import it is said where to put one', async ({ start, server, dataDir, needs }) => {
  needs('http')
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByRole('button', { name: 'Import…' }).click()
  await expect(settings.getByRole('alert')).toContainText(
    `Put a file of JSON Lines into ${join(dataDir, 'imports')}, then choose Import again.`,
  )
})

test('everything is exported as JSON Lines, oldest first', async ({ start, server, dataDir, needs }) => {
  needs('answered-dialogs')
  // The stand-in's documents are there, and not among those of whoever runs this.
  const kept = process.env['XDG_CONFIG_HOME']
  process.env['XDG_CONFIG_HOME'] = dataDir
  await mkdir(join(dataDir, 'Documents'))
  try {
    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    server.send(info({ title: 'The first', message: 'Over\ntwo lines, "quoted".', id: 'n1' }))
    server.send(error({ title: 'The second', id: 'n2' }))
    await expect(screen.rows).toHaveCount(2)
    const settings = await screen.openSettings()
    await settings.getByRole('button', { name: 'Export all as JSON Lines' }).click()
    const said = settings.getByText(/^Exported 2 notifications to /)
    await expect(said).toBeVisible()
    const file = /^Exported 2 notifications to (.*)\.$/.exec((await said.textContent()) ?? '')?.[1] ?? ''
    expect(file.startsWith(dataDir)).toBe(true)
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    const frames = lines.map((line) => JSON.parse(JSON.parse(line).frame))
    expect(frames).toMatchObject([
      { title: 'The first', message: 'Over\ntwo lines, "quoted".' },
      { title: 'The second', error_code: 503 },
    ])
  } finally {
    if (kept === undefined) delete process.env['XDG_CONFIG_HOME']
    else process.env['XDG_CONFIG_HOME'] = kept
  }
})
