/**
 * The toaster and a real dunst, on a bus and a screen of their own. What is shown is read from dunst itself
 * (`dunst -print`, `dunstctl`), and clicks are those of a mouse.
 */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { systemClock } from '../../clock/system-clock.ts'
import { missingForRealSession, startRealSession } from '../../testing/dbus/real-session.ts'
import { listen, type Told, toastOf } from './toaster-under-test.ts'

const missing = missingForRealSession()
if (missing !== null) process.stderr.write(`skipped: toasts on a real dunst: ${missing}\n`)

const soon = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 10_000, interval: 20 })

async function startDesktop(dunstrc: readonly string[] = []) {
  const session = await startRealSession({ dunstrc })
  onTestFinished(() => session[Symbol.asyncDispose]())
  const listening = listen(session.address, systemClock)
  const { problem, told, outcome, toaster } = listening

  async function comes(): Promise<void> {
    session.startDunst()
    await soon(() => expect(problem()).toBeNull())
  }
  await soon(() => expect(problem()).toMatch(/no notification service/))
  await comes()

  const displayed = async (): Promise<number> => Number(await session.dunstctl('count', 'displayed'))
  return {
    ...{ session, told, outcome, toaster, problem, comes, displayed },
    show: (toastId: string, over = {}) => outcome(() => toaster.show(toastOf(toastId, over)), toastId),
    hears: (one: Told) => soon(() => expect(told).toContainEqual(one)),
  }
}

describe.skipIf(missing !== null)('on a real dunst', () => {
  it('a toast has its text, urgency, icon and buttons', async () => {
    const { session, show } = await startDesktop(['markup = full'])
    const body = '1 < 2 & <b>not bold</b> <img src="file:///etc/passwd"> %s C:\\new'
    expect(await show('n-1', { type: 'error', title: 'Build <i>failed</i> & %b', body })).toBeNull()
    await show('n-2', { type: 'info', actions: ['open'] })
    await soon(() => expect(session.printed()).toHaveLength(2))
    expect(session.printed()[0]).toEqual({
      summary: 'Build <i>failed</i> & %b',
      body: '1 &lt; 2 &amp; &lt;b&gt;not bold&lt;/b&gt; &lt;img src="file:///etc/passwd"&gt; %s C:\\new',
      formatted:
        '<b>Build &lt;i&gt;failed&lt;/i&gt; &amp; %b</b>\n' +
        '1 &lt; 2 &amp; &lt;b&gt;not bold&lt;/b&gt; &lt;img src="file:///etc/passwd"&gt; %s C:\\new',
      icon: 'file:///usr/share/tocsin/types/error.png',
      urgency: 'CRITICAL',
      desktopEntry: 'tocsin',
      actions: { default: 'Open', 'mark-as-read': 'Mark as read' },
    })
    expect(session.printed()[1]).toMatchObject({
      urgency: 'NORMAL',
      actions: { default: 'Open' },
    })
  })

  // Without a word of it in dunstrc, dunst reads markup and does not say so.
  it.each([[['markup = no']], [[]]])('a body shows no markup with %j in dunstrc', async (dunstrc) => {
    const { session, show } = await startDesktop(dunstrc)
    await show('n-1', { title: 'a & b', body: '1 & 2 <b>bold</b> <a href="http://a.test">x</a> &lt;i&gt;' })
    await soon(() => expect(session.printed()).toHaveLength(1))
    expect(session.printed()[0]?.formatted.replaceAll('&quot;', '"')).toBe(
      '<b>a &amp; b</b>\n1 &amp; 2 ‹b›bold‹/b› ‹a href="http://a.test"›x‹/a› ＆lt;i＆gt;',
    )
  })

  it('a click on the toast, and on each of its buttons, asks for what it says', async () => {
    const { session, show, hears, displayed } = await startDesktop()
    await show('n-1')
    await soon(async () => expect(await displayed()).toBe(1))
    await session.click(1)
    await hears({ activated: 'n-1', action: 'open', token: null })
    session.chooseInMenu('mark-as-read')
    await session.click(3)
    await hears({ activated: 'n-1', action: 'mark-as-read', token: null })
    expect(session.menu().map((line) => line.replace(/\[\d+/, '[id'))).toEqual([
      '#Open (Title of n-1) [id,default]',
      '#Mark as read (Title of n-1) [id,mark-as-read]',
    ])
  })

  it('a click on “Open” asks to open, and one that closes it instead is told as such', async () => {
    const { session, show, hears, displayed, told } = await startDesktop()
    await show('n-1')
    await soon(async () => expect(await displayed()).toBe(1))
    session.chooseInMenu('default')
    await session.click(3)
    await hears({ activated: 'n-1', action: 'open', token: null })
    await show('n-1', { title: 'Again' })
    expect(told.filter((one) => 'dismissed' in one)).toEqual([])
    await session.click(2)
    await hears({ dismissed: 'n-1' })
  })

  it('a digest is changed in its place, and withdrawing closes it', async () => {
    const { session, show, outcome, toaster, displayed, told } = await startDesktop()
    await show('digest', { title: '4 new' })
    await show('n-1')
    expect(await outcome(() => toaster.update(toastOf('digest', { title: '5 new' })), 'digest')).toBeNull()
    await soon(async () => expect(await displayed()).toBe(2))
    expect(session.printed().map(({ summary }) => summary)).toEqual(['4 new', 'Title of n-1', '5 new'])
    toaster.withdraw(['digest'])
    await soon(async () => expect(await displayed()).toBe(1))
    toaster.withdraw(['n-1'])
    await soon(async () => expect(await displayed()).toBe(0))
    expect(told.filter((one) => 'dismissed' in one)).toEqual([])
  })

  it('dunst is killed, which is said, and started again, whereupon toasts are shown', async () => {
    const { session, show, problem, comes, displayed } = await startDesktop()
    await show('n-1')
    await session.killDunst()
    await soon(() => expect(problem()).toMatch(/the notification service has ended/))
    expect(await show('n-2')).toMatch(/no notification service runs/)
    await comes()
    expect(await show('n-1')).toBeNull()
    await soon(async () => expect(await displayed()).toBe(1))
  })

  it('dunst is started by the bus when a toast needs it', async () => {
    const { session, show, problem, displayed } = await startDesktop()
    await session.killDunst()
    await soon(() => expect(problem()).toMatch(/has ended/))
    session.makeDunstActivatable()
    await soon(async () => expect(await show('n-1')).toBeNull())
    expect(problem()).toBeNull()
    await soon(async () => expect(await displayed()).toBe(1))
  })

  it('its pause is do-not-disturb', async () => {
    const { session, told, hears } = await startDesktop()
    await session.dunstctl('set-paused', 'true')
    await hears({ doNotDisturb: true })
    await session.dunstctl('set-paused', 'false')
    await hears({ doNotDisturb: false })
    await session.dunstctl('set-paused', 'true')
    await soon(() => expect(told.filter((one) => 'doNotDisturb' in one)).toHaveLength(3))
    await session.killDunst()
    await soon(() =>
      expect(told.filter((one) => 'doNotDisturb' in one).at(-1)).toEqual({ doNotDisturb: false }),
    )
  })
})
