/** A diagnosis beside a connection that goes on: what it tells, and that it disturbs and keeps nothing. */
import { describe, expect, it } from 'vitest'
import { DiagnosisSchema } from '../../contract/diagnosis.ts'
import { validate } from '../../contract/validate.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { type EngineUnderTest, startEngine } from '../engine-under-test.ts'

const frame = { type: 'info', title: 'T', message: 'M', id: 'notif_1' }

const isLive = (app: EngineUnderTest) => app.until(() => app.engine.view.connection.phase === 'live')
const told = ({ events }: EngineUnderTest) =>
  events.flatMap((event) => (event.name === 'diagnosisProgressed' ? [event.data] : []))

describe('a diagnosis of the source in use', () => {
  it('looks at everything, beside the connection, and acknowledges nothing', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: server.url })
    await app.engine.handlers.connect({})
    await isLive(app)
    const real = await server.connection()
    await server.send(frame)
    await app.until(({ kind }) => kind === 'notifications-arrived')
    const before = app.engine.view
    const running = app.engine.handlers.diagnose({})
    await server.hears(2)
    await server.send({ ...frame, id: 'notif_2' })
    const found = await running

    expect(validate(DiagnosisSchema, found).ok).toBe(true)
    expect(found.steps).toEqual(told(app))
    expect(found.steps.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      ...['address good', 'tcp good', 'upgrade good', 'first-frame good'],
      ...['acknowledgement unknown', 'storage good', 'toast unknown', 'tray unknown'],
    ])
    expect(server.paths).toEqual(['/ws/notify/alice', '/ws/notify/alice-diagnosis'])
    expect(server.heard).toEqual([{ frequency: 5 }, { frequency: 1 }])
    expect(real.readyState).toBe(real.OPEN)
    expect(app.engine.view.connection).toEqual(before.connection)
    expect(app.engine.view.counts).toEqual(before.counts)
  })

  it('tells how acknowledgements do by those that were really sent', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: `${server.url}/feed` })
    await app.engine.handlers.connect({})
    await isLive(app)
    await server.send(frame)
    await app.until(({ kind }) => kind === 'notifications-arrived')
    await app.engine.handlers.markAllAsRead({})
    await server.hears(2)
    const find = async () =>
      (await app.engine.handlers.diagnose({})).steps.find(({ check }) => check === 'acknowledgement')
    expect(await find()).toMatchObject({ outcome: 'unknown', text: expect.stringContaining('under way') })
    await server.send({ type: 'system', message: 'Notification notif_1 marked as read' })
    await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'confirmed',
    )
    expect(await find()).toMatchObject({ outcome: 'good' })
    expect(server.paths).toEqual(['/feed'])
  })

  it('of a built-in server that does not start says so, and goes on with the rest', async () => {
    const app = startEngine({ source: '' })
    const { steps } = await app.engine.handlers.diagnose({})
    expect(steps[0]).toMatchObject({ outcome: 'bad', text: 'There is no built-in server here.' })
    expect(steps.map(({ check }) => check).slice(-4)).toEqual(['acknowledgement', 'storage', 'toast', 'tray'])
  })
})

describe('a diagnosis of another source', () => {
  it('ends with its first frame, and nothing of it is kept', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: 'ws://127.0.0.1:1' })
    const before = await app.engine.handlers.getSnapshot({})
    const running = app.engine.handlers.diagnose({ source: server.url })
    await server.send(frame)
    expect(await running).toMatchObject({ isCancelled: false, steps: { length: 4 } })
    expect(await app.engine.handlers.getSnapshot({})).toEqual(before)
  })

  it('ends with the engine', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: 'ws://127.0.0.1:1' })
    const running = app.engine.handlers.diagnose({ source: server.url })
    await server.hears(1)
    app.engine.close()
    expect((await running).isCancelled).toBe(true)
  })
})
