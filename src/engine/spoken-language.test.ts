/** What the engine says, in the language that is chosen; and in another one as soon as that is chosen. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Change } from '../contract/snapshot.ts'
import { worded } from '../i18n/wording.ts'
import { freePort } from '../testing/free-port.ts'
import { startScriptedServer } from '../testing/scripted-server.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type EngineUnderTest, memorySettings, startEngine } from './engine-under-test.ts'

async function startListening(language: string, more: Partial<Parameters<typeof startEngine>[0]> = {}) {
  const server = await startScriptedServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  const settings = memorySettings({ source: server.url, clientId: 'alice', language })
  const app = startEngine({ source: server.url, settings, ...more })
  void app.engine.handlers.connect({})
  await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
  return { app, server }
}

const loggedBy = ({ changes }: EngineUnderTest): readonly string[] =>
  changes
    .flatMap((change) => (change.kind === 'activity-logged' ? change.entries : []))
    .map(({ text }) => text)

const isWaiting = (change: Change) =>
  change.kind === 'connection-changed' && change.connection.phase === 'waiting'

describe('a connection that fails', () => {
  it('is told in the chosen language, and in the next one as soon as that is chosen', async () => {
    const source = `ws://127.0.0.1:${await freePort()}`
    const settings = memorySettings({ source, clientId: 'alice', language: 'de' })
    const app = startEngine({ source, settings })
    void app.engine.handlers.connect({})
    await app.until(isWaiting)
    expect(app.engine.view.connection).toMatchObject({
      reason: 'Unter dieser Adresse antwortet nichts: Läuft der Server?',
    })
    expect(loggedBy(app)).toEqual([
      'Unter dieser Adresse antwortet nichts: Läuft der Server? Nächster Versuch in 1,5 s.',
    ])
    void app.engine.handlers.changeSettings({ language: 'zh' })
    const reason = '该地址没有响应：服务器在运行吗？'
    await app.until((change) => isWaiting(change) && JSON.stringify(change).includes(reason))
    expect(app.engine.view.connection).toMatchObject({ reason })
    // What has been told stays as it was.
    expect(loggedBy(app)).toHaveLength(1)
  })
})

describe('toasts', () => {
  it('are said in the language that was chosen a moment ago', async () => {
    const { app, server } = await startListening('en')
    void app.engine.handlers.changeSettings({ language: 'de' })
    for (let count = 1; count <= 5; count += 1) {
      await server.send({ type: 'error', title: `T${count}`, message: 'M' })
    }
    await app.until((change) => change.kind === 'notifications-arrived' && change.counts.error.total === 5)
    app.clock.advance(1_000)
    expect([...app.shown, ...app.updated].at(-1)).toMatchObject({ title: '2 neu: 2 Fehler' })
    const story = await app.engine.handlers.getStory({ rowId: 5 })
    expect(story?.steps.at(-1)).toMatchObject({ step: 'toast-digest', reason: 'Mehrere kamen auf einmal.' })
  })

  it('that cannot be shown have a reason, which follows the language', async () => {
    const { app } = await startListening('de')
    app.desktop.problem(worded('native-toasts.windows.no-service'))
    expect(app.engine.view.toasts.problem).toMatch(/^Der Benachrichtigungsdienst von Windows/)
    void app.engine.handlers.changeSettings({ language: 'en' })
    const change = await app.until(
      (each) => each.kind === 'toasts-changed' && each.toasts.problem?.startsWith('The') === true,
    )
    expect(change).toMatchObject({ toasts: { problem: app.engine.view.toasts.problem } })
  })

  it('what was chosen for a snooze is told in whatever language is asked for', async () => {
    const { app, server } = await startListening('de')
    await server.send({ type: 'info', title: 'T', message: 'M' })
    await app.until((change) => change.kind === 'notifications-arrived')
    void app.engine.handlers.snooze({ rowIds: [1], choice: '1-hour' })
    const told = async () => (await app.engine.handlers.getStory({ rowId: 1 }))?.steps.at(-1)?.reason
    expect(await told()).toBe('Für 1 Stunde.')
    void app.engine.handlers.changeSettings({ language: 'zh' })
    expect(await told()).toBe('1 小时后。')
  })
})

describe('a test notification', () => {
  it('reports its steps in the chosen language', async () => {
    const { app } = await startListening('zh')
    const { steps } = await app.engine.handlers.sendTestNotification({})
    expect(steps.map(({ text }) => text)).toEqual([
      ...['已将一个帧读取为信息通知，如同由服务器发送。', '它已存入历史记录。', '将显示弹出通知。'],
      ...['弹出通知已交给桌面。', '桌面表示它已显示。'],
    ])
    expect(app.shown).toMatchObject([{ title: '测试通知' }])
  })
})

describe('a refusal, a query and a job', () => {
  it('are said in the chosen language', async () => {
    const file = join(temporaryFolder(), 'in.jsonl')
    writeFileSync(file, 'no json\n')
    const chooseFile = { forExport: async () => null, forImport: async () => file }
    const { app } = await startListening('de', { chooseFile })
    const { handlers } = app.engine
    expect(() => handlers.changeSettings({ source: 'ftp://x' })).toThrow(
      '„ftp://x“ ist keine Adresse für Benachrichtigungen: Sie muss mit ws:// oder wss:// beginnen.',
    )
    const query = { query: 'type:x', limit: 1 }
    expect(await handlers.searchNotifications(query)).toMatchObject({
      problem: {
        message: 'Nach „type:x“ lässt sich nicht suchen: Nach type: kommt info, warning, error oder success.',
      },
    })
    await handlers.importNotifications({})
    const ended = await app.until((change) => change.kind === 'job-changed' && change.job.state === 'done')
    expect(ended).toMatchObject({
      job: { problem: '1 Zeile wurde ausgelassen; die erste ist Zeile 1: Die Zeile ist kein JSON-Objekt.' },
    })
  })
})
