/** Toasts through the whole engine: from the server's frame to what the desktop is asked, and back. */
import { describe, expect, it } from 'vitest'
import type { Change } from '../../contract/snapshot.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { type EngineSetup, type EngineUnderTest, memorySettings, startEngine } from '../engine-under-test.ts'

const isArrival = (change: Change) => change.kind === 'notifications-arrived'
const arrivedCount = (app: EngineUnderTest) =>
  app.changes.flatMap((change) => (change.kind === 'notifications-arrived' ? change.rows : [])).length

async function startListening(setup: Omit<EngineSetup, 'source'> & { readonly values?: object } = {}) {
  const server = await startScriptedServer()
  const { values, ...rest } = setup
  const settings = memorySettings({ source: server.url, clientId: 'alice', ...values })
  const app = startEngine({ source: server.url, settings, ...rest })
  void app.engine.handlers.connect({})
  await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
  let sent = 0
  async function deliver(...frames: readonly object[]): Promise<void> {
    for (const frame of frames) await server.send(frame)
    sent += frames.length
    await app.until((change) => isArrival(change) && arrivedCount(app) >= sent)
  }
  return { ...{ app, server, deliver }, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const info = (title: string, more: object = {}) => ({ type: 'info', title, message: 'M', ...more })
const error = (title: string) => ({ type: 'error', title, message: 'M', error_code: 500 })
const titles = (toasts: readonly { readonly title: string }[]) => toasts.map(({ title }) => title)
const storyOf = async (app: EngineUnderTest, rowId: number) =>
  ((await app.engine.handlers.getStory({ rowId }))?.steps ?? []).flatMap(({ step, reason }) =>
    step.startsWith('toast') || step.startsWith('snooze') ? [[step, reason]] : [],
  )

describe('a burst', () => {
  it('shows three, counts the rest in one digest that grows in place, and says so in each story', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    for (const frame of [info('1'), info('2'), info('3'), info('4'), error('Disk full')]) await deliver(frame)
    expect(titles(app.shown)).toEqual(['1', '2', '3', '1 new: 1 info', 'Disk full'])
    await deliver(info('6'), info('7'))
    app.clock.advance(1_000)
    expect(titles(app.updated)).toEqual(['3 new: 3 info'])
    expect(await storyOf(app, 4)).toEqual([['toast-digest', 'Several came at once.']])
    expect(await storyOf(app, 1)).toEqual([['toast-shown', null]])
  })

  it('leaves its digest once what it counts is read', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(...['1', '2', '3', '4', '5'].map((title) => info(title)))
    app.clock.advance(1_000)
    void app.engine.handlers.markAsRead({ rowIds: [4] })
    app.clock.advance(1_000)
    expect(app.updated.at(-1)?.rowIds).toEqual([5])
    void app.engine.handlers.markAllAsRead({})
    expect(app.withdrawn).toEqual(expect.arrayContaining(['n-1', 'n-2', 'n-3', 'digest']))
  })

  it('that nobody could show says so in the story of each', async () => {
    await using desk = await startListening({ outcome: 'No notification service is running.' })
    const { app, deliver } = desk
    await deliver(...['1', '2', '3', '4', '5'].map((title) => info(title)))
    app.clock.advance(1_000)
    for (const rowId of [1, 4, 5]) {
      expect(await storyOf(app, rowId)).toEqual([['toast-failed', 'No notification service is running.']])
    }
  })

  it('is told anew, not as a change of what nobody saw, once it can be shown', async () => {
    await using desk = await startListening({ outcome: 'No page of Tocsin was open to show it.' })
    const { app, deliver } = desk
    await deliver(...['1', '2', '3', '4'].map((title) => info(title)))
    app.clock.advance(1_000)
    await deliver(info('5'))
    expect(titles(app.shown)).toEqual(['1', '2', '3', '1 new: 1 info', '2 new: 2 info'])
    expect(app.updated).toEqual([])
  })
})

describe('what is muted', () => {
  it('shows no toast, is in no digest or summary, and says so in its story, errors too', async () => {
    const mutes = [
      { type: 'info', titlePattern: 'Build # passed' },
      { type: 'error', titlePattern: 'Down' },
    ] as const
    await using desk = await startListening({ values: { mutes } })
    const { app, deliver } = desk
    const { handlers } = app.engine
    await deliver(...Array.from({ length: 5 }, (_, number) => info(`Build ${number} passed`)), error('Down'))
    expect(app.shown).toEqual([])
    expect(await storyOf(app, 1)).toEqual([['toast-silent', 'You muted notifications with this title.']])
    expect(await storyOf(app, 6)).toEqual([
      ['toast-silent', 'You muted notifications with this title, errors included.'],
    ])
    void handlers.setDoNotDisturb({ choice: 'until-turned-off' })
    await deliver(info('Build 7 passed'), info('Held back'), info('Muted meanwhile'))
    const muted = { type: 'info', titlePattern: 'Muted meanwhile' } as const
    void handlers.changeSettings({ mutes: [...mutes, muted] })
    void handlers.setDoNotDisturb({ choice: 'off' })
    expect(titles(app.shown)).toEqual(['1 new during do not disturb: 1 info'])
    expect(app.shown[0]?.body).toBe('Held back')
  })
})

describe('a click', () => {
  it('on a toast opens its notification, also in a later run', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('1'))
    app.desktop.activated('n-1', 'open', 'token')
    expect(app.opened).toEqual([{ kind: 'notification', rowId: 1 }])
    app.engine.close()
    const later = startEngine({ source: '', dataDir: app.dataDir })
    later.desktop.activated('n-1', 'open', null)
    expect(later.opened).toEqual([{ kind: 'notification', rowId: 1 }])
  })

  it('on "Mark as read" does that, and opens nothing', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('1'), info('2'))
    app.desktop.activated('n-1', 'mark-as-read', null)
    expect(app.engine.view.counts.info).toEqual({ total: 2, unread: 1 })
    expect(app.withdrawn).toEqual(['n-1'])
    expect(app.opened).toEqual([])
  })

  it('on a digest opens what is unread, and its "Mark as read" marks what it counts', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(...['1', '2', '3', '4', '5'].map((title) => info(title)))
    app.clock.advance(1_000)
    app.desktop.activated('digest', 'mark-as-read', null)
    expect(app.engine.view.counts.info).toEqual({ total: 5, unread: 3 })
    app.desktop.activated('digest', 'open', null)
    expect(app.opened).toEqual([{ kind: 'search', query: 'is:unread' }])
  })

  it('on "Mark as read" of a digest of an earlier run shows what is unread', async () => {
    await using desk = await startListening()
    desk.app.desktop.activated('digest', 'mark-as-read', null)
    expect(desk.app.opened).toEqual([{ kind: 'search', query: 'is:unread' }])
  })

  it('on what no longer is there harms nobody', async () => {
    await using desk = await startListening()
    for (const toastId of ['n-7', 'n-0', 'late', 'anything']) {
      desk.app.desktop.activated(toastId, 'mark-as-read', null)
    }
    expect(desk.app.engine.view.counts.info.total).toBe(0)
  })

  it('on the cross is no reading: noted, and nothing more', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('1'))
    app.desktop.dismissed('n-1')
    expect(app.engine.view.counts.info.unread).toBe(1)
    expect(await storyOf(app, 1)).toEqual([
      ['toast-shown', null],
      ['toast-dismissed', null],
    ])
  })
})

describe('while somebody looks at the list', () => {
  it('no toast is shown, unless the screen is locked', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    void app.engine.handlers.noteWatching({ isWatching: true })
    await deliver(info('Seen'))
    app.engine.setLocked(true)
    await deliver(info('Locked'))
    app.engine.setLocked(false)
    app.engine.stopWatching()
    await deliver(info('Gone'))
    expect(titles(app.shown)).toEqual(['Locked', 'Gone'])
    expect(await storyOf(app, 1)).toEqual([['toast-silent', 'The window was in front, with its list.']])
  })
})

describe('do not disturb', () => {
  it('stores without a toast, and tells in one summary once it ends', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('Before'))
    void app.engine.handlers.setDoNotDisturb({ choice: '30-minutes' })
    expect(app.engine.view.doNotDisturb).toEqual({ reason: 'chosen', until: app.clock.now() + 1_800_000 })
    await deliver(info('1'), error('Down'), info('2'))
    void app.engine.handlers.markAsRead({ rowIds: [4] })
    expect(titles(app.shown)).toEqual(['Before'])
    expect(await storyOf(app, 2)).toEqual([['toast-silent', 'Do not disturb was on.']])
    app.clock.advance(1_800_000)
    expect(app.engine.view.doNotDisturb).toBeNull()
    expect(app.shown.slice(1)).toMatchObject([
      { title: '2 new during do not disturb: 1 error, 1 info', body: 'Down · 1', rowIds: [3, 2] },
    ])
  })

  it('lets errors through where the settings say so', async () => {
    await using desk = await startListening({ values: { errorsBreakThrough: true } })
    const { app, deliver } = desk
    void app.engine.handlers.setDoNotDisturb({ choice: 'until-turned-off' })
    await deliver(info('1'), error('Down'))
    expect(titles(app.shown)).toEqual(['Down'])
    expect(await storyOf(app, 2)).toEqual([['toast-shown', 'Errors break through do not disturb.']])
    void app.engine.handlers.setDoNotDisturb({ choice: 'off' })
    expect(titles(app.shown)).toEqual(['Down', '1 new during do not disturb: 1 info'])
  })

  it('sums up nothing that is snoozed, and brings that back by itself', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    void app.engine.handlers.setDoNotDisturb({ choice: '30-minutes' })
    await deliver(...['1', '2', '3', '4', '5', '6'].map((title) => info(title)))
    void app.engine.handlers.snooze({ rowIds: [1, 2, 3, 4], choice: '10-minutes' })
    void app.engine.handlers.snooze({ rowIds: [5], choice: 'tomorrow' })
    app.clock.advance(1_800_000)
    expect(titles(app.shown)).toEqual(['1 new during do not disturb: 1 info', '4 snoozed are back: 4 info'])
    expect(app.shown.map(({ rowIds }) => rowIds)).toEqual([[6], [4, 3, 2, 1]])
  })

  it.each([
    ['those of a type', { infoToasts: 'off' } as const, ['1 new during do not disturb: 1 error']],
    ['all of them', { toasts: false }, []],
  ])('sums up nothing of what was switched off meanwhile: %s', async (_name, change, summaries) => {
    await using desk = await startListening()
    const { app, deliver } = desk
    void app.engine.handlers.setDoNotDisturb({ choice: '30-minutes' })
    await deliver(info('1'), error('Down'))
    void app.engine.handlers.changeSettings(change)
    app.clock.advance(1_800_000)
    expect(titles(app.shown)).toEqual(summaries)
  })

  it('is summed up by its own name after a restart within it', async () => {
    const wholeDay = { from: '00:00', to: '00:00' }
    const quietHours = [wholeDay, wholeDay, wholeDay, wholeDay, wholeDay, wholeDay, wholeDay]
    await using desk = await startListening({ values: { quietHours } })
    const { app, deliver } = desk
    await deliver(info('1'))
    app.engine.close()
    const settings = memorySettings({ source: '', clientId: 'alice', quietHours })
    const later = startEngine({ source: '', dataDir: app.dataDir, clock: app.clock, settings })
    void later.engine.handlers.setDoNotDisturb({ choice: 'off' })
    expect(titles(later.shown)).toEqual(['1 new during quiet hours: 1 info'])
  })

  it('of the computer goes on over a restart, until it is told to be over', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    app.desktop.systemDoNotDisturb(true)
    await deliver(info('1'))
    app.engine.close()
    const later = startEngine({ source: '', dataDir: app.dataDir, clock: app.clock })
    expect(later.engine.view.doNotDisturb?.reason).toBe('system')
    later.desktop.systemDoNotDisturb(true)
    later.clock.advance(60_000)
    expect(later.shown).toEqual([])
    later.desktop.systemDoNotDisturb(false)
    expect(titles(later.shown)).toEqual(['1 new during do not disturb: 1 info'])
  })

  it('of the computer that nobody tells of after a restart is over soon', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    app.desktop.systemDoNotDisturb(true)
    await deliver(info('1'))
    app.engine.close()
    const later = startEngine({ source: '', dataDir: app.dataDir, clock: app.clock })
    later.clock.advance(10_000)
    expect(titles(later.shown)).toEqual(['1 new during do not disturb: 1 info'])
  })

  it('of the computer is followed', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    app.desktop.systemDoNotDisturb(true)
    await deliver(info('1'))
    expect(app.shown).toEqual([])
    expect(app.changes.at(-1)?.kind).toBe('notifications-arrived')
    app.desktop.systemDoNotDisturb(false)
    expect(titles(app.shown)).toEqual(['1 new during do not disturb: 1 info'])
  })

  it('goes on after a restart, and its summary comes although Tocsin was away at its end', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    void app.engine.handlers.setDoNotDisturb({ choice: '1-hour' })
    await deliver(info('1'))
    app.engine.close()
    app.clock.advance(7_200_000)
    const later = startEngine({ source: '', dataDir: app.dataDir, clock: app.clock })
    expect(later.engine.view.doNotDisturb).toBeNull()
    expect(titles(later.shown)).toEqual(['1 new during do not disturb: 1 info'])
  })
})

describe('a snoozed notification', () => {
  it('leaves the screen and comes back as a toast, with its story', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('Later'))
    void app.engine.handlers.snooze({ rowIds: [1], choice: '10-minutes' })
    expect(app.withdrawn).toEqual(['n-1'])
    expect((await app.engine.handlers.getSnapshot({})).snoozes).toEqual([
      { rowId: 1, until: app.clock.now() + 600_000 },
    ])
    app.clock.advance(600_000)
    expect(titles(app.shown)).toEqual(['Later', 'Later'])
    expect((await app.engine.handlers.getSnapshot({})).snoozes).toEqual([])
    expect((await storyOf(app, 1)).map(([step]) => step)).toEqual(['toast-shown', 'snoozed', 'snooze-ended'])
  })

  it('comes back after a restart too', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('Later'))
    void app.engine.handlers.snooze({ rowIds: [1], choice: '1-hour' })
    app.engine.close()
    app.clock.advance(7_200_000)
    const later = startEngine({ source: '', dataDir: app.dataDir, clock: app.clock })
    expect(titles(later.shown)).toEqual(['Later'])
  })

  it('waits for do not disturb to end, and does not come once it is read', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    await deliver(info('1'), info('2'))
    void app.engine.handlers.snooze({ rowIds: [1, 2], choice: '10-minutes' })
    void app.engine.handlers.setDoNotDisturb({ choice: '30-minutes' })
    void app.engine.handlers.markAsRead({ rowIds: [2] })
    app.clock.advance(1_799_000)
    expect(titles(app.shown)).toEqual(['1', '2'])
    app.clock.advance(1_000)
    expect(titles(app.shown)).toEqual(['1', '2', '1'])
  })
})

describe('what comes late', () => {
  const stamped = (title: string, at: number) =>
    info(title, { timestamp: new Date(at).toISOString().slice(0, 23) })

  it('is told in a toast of its own kind, not as news', async () => {
    await using desk = await startListening()
    const { app, deliver } = desk
    // The delay is known once twenty have come.
    for (let place = 0; place < 20; place++) {
      await deliver(stamped(`${place}`, app.clock.now()))
      app.clock.advance(6_000)
    }
    const now = app.clock.now()
    await deliver(stamped('Old', now - 400_000))
    await deliver(stamped('Older', now - 500_000), stamped('New', now))
    expect(titles(app.shown.slice(20))).toEqual(['1 came late: 1 info', 'New'])
    app.clock.advance(1_000)
    expect(titles(app.updated)).toEqual(['2 came late: 2 info'])
    expect(await storyOf(app, 21)).toEqual([['toast-digest', 'It came more than five minutes late.']])
  })
})

describe('a test notification', () => {
  it('goes the whole way, and tells of each step', async () => {
    await using desk = await startListening()
    const report = await desk.app.engine.handlers.sendTestNotification({})
    expect(report.steps.map(({ step, isOk }) => [step, isOk])).toEqual([
      ['received', true],
      ['stored', true],
      ['decided', true],
      ['handed-over', true],
      ['shown', true],
    ])
    expect(titles(desk.app.shown)).toEqual(['Test notification'])
  })

  it('says what the settings keep it from', async () => {
    await using desk = await startListening({ values: { toasts: false } })
    const { steps } = await desk.app.engine.handlers.sendTestNotification({})
    expect(steps.at(-1)).toMatchObject({ step: 'decided', isOk: false })
    expect(steps.at(-1)?.text).toContain('switched off in the settings')
  })

  it('kept by do not disturb sends nobody to the settings', async () => {
    await using desk = await startListening()
    void desk.app.engine.handlers.setDoNotDisturb({ choice: '1-hour' })
    const { steps } = await desk.app.engine.handlers.sendTestNotification({})
    expect(steps.at(-1)?.text).toBe('No toast was shown. Do not disturb was on.')
  })

  it('says why the desktop did not show it', async () => {
    await using desk = await startListening({ outcome: 'No notification service is running.' })
    const { steps } = await desk.app.engine.handlers.sendTestNotification({})
    expect(steps.at(-1)).toEqual({
      ...{ step: 'shown', isOk: false, text: 'No notification service is running.' },
    })
  })

  it('says that the desktop did not answer', async () => {
    await using desk = await startListening({ outcome: 'none' })
    const { app } = desk
    const report = app.engine.handlers.sendTestNotification({})
    await app.until(isArrival)
    app.clock.advance(10_000)
    expect((await report).steps.at(-1)).toMatchObject({ step: 'shown', isOk: false })
  })
})

describe('toasts that cannot be shown at all', () => {
  it('are a state that the window is told of, until they can', async () => {
    await using desk = await startListening()
    const { app } = desk
    app.desktop.problem('No notification service is running.')
    expect((await app.engine.handlers.getSnapshot({})).toasts.problem).toBe(
      'No notification service is running.',
    )
    app.desktop.problem(null)
    expect((await app.engine.handlers.getSnapshot({})).toasts.problem).toBeNull()
    expect(app.changes.filter(({ kind }) => kind === 'toasts-changed')).toHaveLength(2)
  })
})
