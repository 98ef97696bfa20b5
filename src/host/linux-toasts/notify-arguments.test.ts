import { describe, expect, it } from 'vitest'
import type { Toast } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { english, german } from '../../i18n/i18n-under-test.ts'
import { notifyArguments } from './notify-arguments.ts'
import { readServerFacts } from './server-facts.ts'
import { toastOf } from './toaster-under-test.ts'

const look = { appName: 'Tocsin', desktopEntry: 'tocsin', iconPath: (type: string) => `/opt/a b/${type}.png` }
const all = ['body', 'body-markup', 'actions', 'persistence']

type Setup = {
  readonly capabilities?: readonly string[]
  readonly name?: string
  readonly isQuiet?: boolean
  readonly i18n?: I18n
}
function built(toast: Toast, setup: Setup = {}) {
  const { capabilities = all, name = 'a server', isQuiet = false, i18n = english } = setup
  const facts = readServerFacts([capabilities], [name, 'somebody', '1', '1.2'])
  const [appName, replacesId, appIcon, summary, body, actions, hints, timeout] = notifyArguments(
    i18n,
    toast,
    facts,
    look,
    { id: 7, isQuiet },
  )
  const values = Object.entries(hints as Record<string, { value: unknown }>).map(([key, { value }]) => [
    key,
    value,
  ])
  return { appName, replacesId, appIcon, summary, body, actions, hints: Object.fromEntries(values), timeout }
}

describe('the arguments of Notify', () => {
  it('say who, what and how', () => {
    expect(built(toastOf('n-1'))).toEqual({
      ...{ appName: 'Tocsin', replacesId: 7, appIcon: 'file:///opt/a%20b/info.png', timeout: -1 },
      ...{ summary: 'Title of n-1', body: 'Body of n-1' },
      actions: ['default', 'Open', 'open', 'Open', 'mark-as-read', 'Mark as read'],
      hints: {
        ...{ urgency: 1, 'desktop-entry': 'tocsin', 'image-path': 'file:///opt/a%20b/info.png' },
        ...{ 'sound-name': 'message-new-instant', resident: true },
      },
    })
  })

  it('say on buttons what they do, in the language of now', () => {
    const { actions } = built(toastOf('n-1'), { i18n: german })
    expect(actions).toEqual(['default', 'Öffnen', 'open', 'Öffnen', 'mark-as-read', 'Als gelesen markieren'])
  })

  it.each([
    ['info', 1],
    ['success', 1],
    ['warning', 1],
    ['error', 2],
  ] as const)('give %s the urgency %i', (type, urgency) => {
    expect(built(toastOf('n-1', { type })).hints).toMatchObject({ urgency })
  })

  it('escape the body where it is markup, and nowhere else', () => {
    const text = '<b>1 & 2</b> &lt; <a href="http://a.test">x</a> %s'
    const toast = toastOf('n-1', { title: text, body: text })
    const escaped = '&lt;b&gt;1 &amp; 2&lt;/b&gt; &amp;lt; &lt;a href="http://a.test"&gt;x&lt;/a&gt; %s'
    expect(built(toast)).toMatchObject({ summary: text, body: escaped })
    expect(built(toast, { capabilities: ['body'] })).toMatchObject({ summary: text, body: text })
  })

  it('put the text into the summary where there is no body', () => {
    expect(built(toastOf('n-1'), { capabilities: [] })).toMatchObject({
      ...{ summary: 'Title of n-1: Body of n-1', body: '' },
    })
    expect(built(toastOf('n-1', { body: '' }), { capabilities: [] })).toMatchObject({
      summary: 'Title of n-1',
    })
  })

  it('ask for no buttons and no staying where the server has none', () => {
    const { actions, hints } = built(toastOf('n-1'), { capabilities: ['body'] })
    expect(actions).toEqual([])
    expect(hints).not.toHaveProperty('resident')
  })

  it('leave out the sound of a silent toast, and of one that only changes', () => {
    for (const { hints } of [
      built(toastOf('n-1', { isSilent: true })),
      built(toastOf('n-1'), { isQuiet: true }),
    ]) {
      expect(hints).toMatchObject({ 'suppress-sound': true })
      expect(hints).not.toHaveProperty('sound-name')
    }
  })

  it.each(['dunst', 'Xfce Notify Daemon', 'lxqt-notificationd'])('have one “Open” for %s', (name) => {
    const { actions } = built(toastOf('n-1'), { name })
    expect(actions).toEqual(['default', 'Open', 'mark-as-read', 'Mark as read'])
  })

  it('name the icon once for the server that shows none otherwise', () => {
    const { appIcon, hints } = built(toastOf('n-1', { type: 'error' }), { name: 'lxqt-notificationd' })
    expect(appIcon).toBe('file:///opt/a%20b/error.png')
    expect(hints).not.toHaveProperty('image-path')
  })

  it('leave nothing that could be markup where dunst does not say how it reads bodies', () => {
    const body = '1 < 2 & <b>a</b> &lt; &#60; &x'
    const { body: sent } = built(toastOf('n-1', { body }), { name: 'dunst', capabilities: ['body'] })
    expect(sent).toBe('1 ‹ 2 & ‹b›a‹/b› ＆lt; ＆#60; &x')
    expect(built(toastOf('n-1', { body: 'a > b' }), { name: 'dunst' }).body).toBe('a &gt; b')
  })
})
