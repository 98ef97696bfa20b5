/** The toaster and a daemon on a test bus: what is asked of the daemon, and what its signals come to. */
import { describe, expect, it } from 'vitest'
import { messageTypes } from '../../testing/dbus/wire-message.ts'
import { notificationsName, startToaster, toastOf, until } from './toaster-under-test.ts'

describe('a toast', () => {
  it('is told to have been taken once the daemon has answered, and not before', async () => {
    const { toaster, daemon, told, outcome } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    daemon.hang(true)
    toaster.show(toastOf('n-2'))
    await until(() => daemon.notified.length === 2)
    expect(told).toEqual([{ outcome: 'n-1', reason: null }])
    daemon.hang(false)
    await until(() => told.length === 2)
    expect(told[1]).toEqual({ outcome: 'n-2', reason: null })
  })

  it('takes the place of the one of the same name, quietly when it is an update', async () => {
    const { toaster, daemon, outcome } = await startToaster()
    await outcome(() => toaster.show(toastOf('digest', { title: '4 new' })), 'digest')
    await outcome(() => toaster.update(toastOf('digest', { title: '5 new' })), 'digest')
    await outcome(() => toaster.show(toastOf('digest', { title: '6 new' })), 'digest')
    expect(daemon.shown.map(({ summary }) => summary)).toEqual(['6 new'])
    expect(daemon.notified.map(({ replacesId }) => replacesId)).toEqual([0, 1, 1])
    const isQuiet = daemon.notified.map(({ hints }) => hints['suppress-sound']?.value === true)
    expect(isQuiet).toEqual([false, true, false])
  })

  it('is changed in its place also while the daemon has not answered yet, with an outcome for each', async () => {
    const { toaster, daemon, told, settled } = await startToaster()
    await settled()
    const before = told.length
    daemon.hang(true)
    toaster.show(toastOf('digest', { title: '4 new' }))
    toaster.update(toastOf('digest', { title: '5 new' }))
    toaster.update(toastOf('digest', { title: '6 new' }))
    await until(() => daemon.notified.length === 2)
    daemon.hang(false)
    await until(() => told.length === before + 3)
    expect(told.slice(before)).toEqual(Array(3).fill({ outcome: 'digest', reason: null }))
    expect(daemon.notified.slice(1).map(({ summary, replacesId }) => [summary, replacesId])).toEqual([
      ['4 new', 0],
      ['6 new', 2],
    ])
  })

  it('is shown anew where it has expired', async () => {
    const { toaster, daemon, outcome, settled } = await startToaster()
    await outcome(() => toaster.show(toastOf('digest')), 'digest')
    daemon.expire(1)
    await settled()
    await outcome(() => toaster.update(toastOf('digest')), 'digest')
    expect(daemon.notified.at(-1)?.replacesId).toBe(0)
    expect(daemon.notified.at(-1)?.hints).not.toHaveProperty('suppress-sound')
  })

  it('is closed when it is withdrawn, and others are no error', async () => {
    const { toaster, daemon, outcome, settled, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    await outcome(() => toaster.show(toastOf('n-2')), 'n-2')
    toaster.withdraw(['n-1', 'never-shown'])
    toaster.withdraw(['n-1'])
    await settled()
    expect(daemon.closed).toEqual([1])
    expect(daemon.shown.map(({ summary }) => summary)).toContain('Title of n-2')
    expect(told).not.toContainEqual({ dismissed: 'n-1' })
  })

  it('is closed as soon as its id is known, where it was withdrawn before', async () => {
    const { toaster, daemon, settled, told } = await startToaster()
    await settled()
    daemon.hang(true)
    toaster.show(toastOf('n-1'))
    await until(() => daemon.notified.length === 2)
    toaster.update(toastOf('n-1', { title: 'Changed' }))
    toaster.withdraw(['n-1'])
    toaster.show(toastOf('n-1', { title: 'Shown again' }))
    daemon.hang(false)
    await until(() => told.filter((one) => 'outcome' in one && one.outcome === 'n-1').length === 3)
    expect(daemon.closed).toContain(2)
    expect(daemon.shown.map(({ summary }) => summary)).toContain('Shown again')
    expect(daemon.notified.map(({ summary }) => summary)).not.toContain('Changed')
    expect(daemon.notified.at(-1)?.replacesId).toBe(0)
    const reason = 'It was withdrawn before it could be shown.'
    expect(told).toContainEqual({ outcome: 'n-1', reason })
  })

  it('that the daemon refuses has an outcome that says so, and the next one is shown', async () => {
    const { toaster, daemon, outcome } = await startToaster()
    daemon.failWith({ name: 'org.freedesktop.DBus.Error.LimitsExceeded', text: 'Too many notifications' })
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBe(
      'The notification service refused it: Too many notifications',
    )
    daemon.failWith(null)
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBeNull()
  })

  it('with text that D-Bus cannot carry has an outcome that says so', async () => {
    const { toaster, outcome } = await startToaster()
    expect(await outcome(() => toaster.show(toastOf('n-1', { title: 'a\0b' })), 'n-1')).toMatch(/refused it/)
    const lone = toastOf('n-2', { title: '\ud800 👩‍🚀 é' })
    expect(await outcome(() => toaster.show(lone), 'n-2')).toBeNull()
  })
})

describe('a click', () => {
  it.each([
    ['default', 'open'],
    ['open', 'open'],
    ['mark-as-read', 'mark-as-read'],
  ] as const)('on %s asks to %s', async (key, action) => {
    const { toaster, daemon, outcome, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    daemon.invoke(1, key)
    await until(() => told.length === 2)
    expect(told[1]).toEqual({ activated: 'n-1', action, token: null })
  })

  it('brings the activation token that came for it, once', async () => {
    const { toaster, daemon, outcome, told } = await startToaster({ broadcasts: true })
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    await outcome(() => toaster.show(toastOf('n-2')), 'n-2')
    daemon.invoke(1, 'open', 'token-1')
    daemon.invoke(1, 'open')
    await until(() => told.length === 4)
    expect(told.slice(2)).toEqual([
      { activated: 'n-1', action: 'open', token: 'token-1' },
      { activated: 'n-1', action: 'open', token: null },
    ])
  })

  it('brings no token that came for another toast', async () => {
    const { toaster, daemon, outcome, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    await outcome(() => toaster.show(toastOf('n-2')), 'n-2')
    daemon.offerToken(2, 'token-2')
    daemon.invoke(1, 'open')
    await until(() => told.length === 3)
    expect(told[2]).toEqual({ activated: 'n-1', action: 'open', token: null })
  })

  it('that comes with the answer to Notify, or after the toast was closed, still counts', async () => {
    const { toaster, daemon, told, settled } = await startToaster()
    await settled()
    daemon.hang(true)
    toaster.show(toastOf('n-1'))
    await until(() => daemon.notified.length === 2)
    // A daemon that first fetches a token may have closed the toast by then. All in one packet.
    daemon.hang(false)
    daemon.invoke(2, 'open')
    daemon.expire(2)
    daemon.invoke(2, 'mark-as-read')
    await until(() => told.filter((one) => 'activated' in one).length === 2)
    expect(told).toContainEqual({ activated: 'n-1', action: 'mark-as-read', token: null })
  })

  it('of another program, of an unknown button or on another’s toast is not heard', async () => {
    const { bus, toaster, daemon, outcome, told, settled } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    const forger = bus.router.join(() => {})
    const path = '/org/freedesktop/Notifications'
    const signal = { type: messageTypes.signal, path, interface: notificationsName }
    const destination = daemon.shown[0]?.sender ?? ''
    const click = { ...signal, member: 'ActionInvoked', signature: 'us', values: [1, 'mark-as-read'] }
    bus.router.send(forger, { ...click, destination })
    bus.router.send(forger, {
      ...signal,
      destination,
      member: 'NotificationClosed',
      signature: 'uu',
      values: [1, 2],
    })
    daemon.invoke(1, 'delete-everything')
    daemon.invoke(7, 'open')
    await settled()
    expect(told.filter((one) => 'activated' in one || 'dismissed' in one)).toEqual([])
  })
})

describe('a toast that goes', () => {
  it('is told of when the user dismissed it, and at no other reason', async () => {
    const { toaster, daemon, outcome, told, settled } = await startToaster()
    for (const toastId of ['n-1', 'n-2', 'n-3']) await outcome(() => toaster.show(toastOf(toastId)), toastId)
    daemon.expire(1)
    daemon.dismiss(2)
    // Most servers close what was clicked, as dismissed.
    daemon.invoke(3, 'open')
    daemon.dismiss(3)
    await settled()
    expect(told.filter((one) => 'dismissed' in one)).toEqual([{ dismissed: 'n-2' }])
  })
})

describe('the desktop’s do-not-disturb', () => {
  const sources = ['org.freedesktop.Notifications.Inhibited', 'org.dunstproject.cmd0.paused']

  it.each(sources)('is told of as %s changes', async (property) => {
    const { daemon, told, settled } = await startToaster({ properties: { [property]: true } })
    await settled()
    expect(told).toContainEqual({ doNotDisturb: true })
    daemon.setProperty(property, true)
    daemon.setProperty(property, false)
    await settled()
    expect(told.filter((one) => 'doNotDisturb' in one)).toEqual([
      { doNotDisturb: true },
      { doNotDisturb: false },
    ])
  })

  it('ends with the daemon that had it', async () => {
    const { daemon, told, settled } = await startToaster({ properties: { [sources[1] ?? '']: true } })
    await settled()
    daemon.die()
    await until(() => told.some((one) => 'doNotDisturb' in one && !one.doNotDisturb))
  })

  it('is not spoken of where no daemon knows it, or it is off', async () => {
    const { daemon, told, settled } = await startToaster({ properties: { [sources[0] ?? '']: false } })
    await settled()
    daemon.setProperty('org.example.Other.Inhibited', true)
    await settled()
    expect(told.filter((one) => 'doNotDisturb' in one)).toEqual([])
  })
})
