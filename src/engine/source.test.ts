/** The source in use, with its own settings and its token, in a whole engine. */
import { describe, expect, it } from 'vitest'
import type { SettingsChange } from '../contract/commands.ts'
import { Refusal } from '../contract/refusal.ts'
import { authorityFile } from '../testing/test-certificates.ts'
import { type ServerUnderTest, startServer } from './connection/connection-under-test.ts'
import { type EngineUnderTest, memorySecrets, memorySettings, startEngine } from './engine-under-test.ts'
import { sourceKey } from './settings/source-key.ts'

/** Resolves once the engine is live by the server's so many-th connection. */
const isLive = (app: EngineUnderTest, server: ServerUnderTest, connectionCount: number) =>
  app.until(() => app.engine.view.connection.phase === 'live' && server.upgrades.length === connectionCount)

const change = (app: EngineUnderTest, settings: SettingsChange) =>
  app.engine.handlers.changeSettings(settings)

describe('the access token of a source', () => {
  it('is sent from the next connection on, which is made at once, and is forgotten again', async () => {
    const server = await startServer()
    const app = startEngine({ source: `ws://127.0.0.1:${server.port}` })
    await app.engine.handlers.connect({})
    await isLive(app, server, 1)
    expect(app.engine.view.source.hasAccessToken).toBe(false)
    await app.engine.handlers.setAccessToken({ token: 'tok.en' })
    await isLive(app, server, 2)
    expect(app.engine.view.source.hasAccessToken).toBe(true)
    await app.engine.handlers.setAccessToken({ token: null })
    await isLive(app, server, 3)
    expect(app.engine.view.source.hasAccessToken).toBe(false)
    const sent = server.upgrades.map(({ headers }) => headers.authorization)
    expect(sent).toEqual([undefined, 'Bearer tok.en', undefined])
  })

  it('is never shown or logged', async () => {
    const server = await startServer(null, 'HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n')
    const app = startEngine({ source: `ws://127.0.0.1:${server.port}` })
    await app.engine.handlers.setAccessToken({ token: 'tok.en' })
    await app.engine.handlers.connect({})
    await app.until((each) => each.kind === 'connection-changed' && each.connection.phase === 'waiting')
    expect(server.upgrades[0]?.headers.authorization).toBe('Bearer tok.en')
    expect(JSON.stringify([await app.engine.handlers.getSnapshot({}), app.events])).not.toContain('tok.en')
  })

  it('that the keychain does not take is refused, and nothing changes', async () => {
    const refusal = new Refusal('unavailable', 'No keychain.')
    const secrets = { ...memorySecrets(), set: () => Promise.reject(refusal) }
    const app = startEngine({ source: 'ws://127.0.0.1:1', secrets })
    await expect(Promise.resolve(app.engine.handlers.setAccessToken({ token: 'T' }))).rejects.toBe(refusal)
    expect(app.engine.view.source.hasAccessToken).toBe(false)
  })

  it('that the keychain does not give out is the reason why nothing connects, and is tried again', async () => {
    const server = await startServer()
    let isLocked = true
    const secrets = {
      ...memorySecrets(),
      get: () => (isLocked ? Promise.reject(new Error('The keychain is locked.')) : Promise.resolve('T')),
    }
    const app = startEngine({ source: `ws://127.0.0.1:${server.port}`, secrets })
    await app.engine.handlers.connect({})
    const waiting = await app.until(
      (each) => each.kind === 'connection-changed' && each.connection.phase === 'waiting',
    )
    expect(waiting).toMatchObject({ connection: { reason: 'The keychain is locked.' } })
    expect(server.upgrades).toEqual([])
    isLocked = false
    app.clock.advance(2_000)
    await isLive(app, server, 1)
  })
})

describe('the settings of a source', () => {
  it('are honoured by a new connection as soon as they change', async () => {
    const server = await startServer('server')
    const app = startEngine({ source: `wss://127.0.0.1:${server.port}` })
    await app.engine.handlers.connect({})
    await app.until((each) => each.kind === 'connection-changed' && each.connection.phase === 'waiting')
    await change(app, { caFile: authorityFile })
    await isLive(app, server, 1)
    expect(app.engine.view.settings.caFile).toBe(authorityFile)
  })

  it('are those of the source named on the command line, and change with the choice of another', async () => {
    const [named, other] = [await startServer('server'), await startServer()]
    const url = `wss://127.0.0.1:${named.port}`
    const settings = memorySettings({
      ...{ clientId: 'alice', source: '' },
      sources: { [sourceKey(url)]: { caFile: authorityFile } },
    })
    const app = startEngine({ source: '', settings, sourceOverride: url })
    await app.engine.handlers.connect({})
    await isLive(app, named, 1)
    expect(app.engine.view.settings).toMatchObject({ source: '', caFile: authorityFile })
    expect(app.engine.view.source.isOverride).toBe(true)
    await change(app, { source: `ws://127.0.0.1:${other.port}` })
    await isLive(app, other, 1)
    expect(app.engine.view.settings.caFile).toBe('')
    expect(app.engine.view.source.isOverride).toBe(false)
    expect(named.upgrades).toHaveLength(1)
  })
})

describe('the key of a source', () => {
  it.each([
    ['', ''],
    ['wss://A.test', 'wss://a.test/ws/notify/%7Bclient_id%7D'],
    [' wss://ann:pw@a.test:443/ws/notify/{client_id}?token=1 ', 'wss://a.test/ws/notify/%7Bclient_id%7D'],
    ['wss://a.test/ws/notify/bob', 'wss://a.test/ws/notify/bob'],
    ['ws://a.test:81/feed', 'ws://a.test:81/feed'],
    [' not an address ', 'not an address'],
  ])('of %j is %j', (address, key) => expect(sourceKey(address)).toBe(key))
})
