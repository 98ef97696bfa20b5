import { describe, expect, it } from 'vitest'
import { type Settings, settingNames } from '../../contract/settings-table.ts'
import { defaultsOf } from '../settings/default-settings.ts'
import { noBurst } from './burst.ts'
import { toastFates } from './toast-fate.ts'
import { type Candidate, decideToasts, type ToastMoment } from './toast-policy.ts'

const defaults = defaultsOf(settingNames, () => 0) as Settings // each of them

type Change = Omit<Partial<ToastMoment>, 'settings'> & { readonly settings?: Partial<Settings> }

function momentWith({ settings = {}, ...change }: Change = {}): ToastMoment {
  const quiet = { quiet: null, isWatching: false, burst: noBurst, now: 0 }
  return { ...quiet, ...change, settings: { ...defaults, ...settings } }
}

const of = (type: Candidate['notification']['type'], more: Partial<Candidate> = {}): Candidate => ({
  notification: { type, title: 'T', priority: null },
  isLate: false,
  ...more,
})

const muting = (type: Candidate['notification']['type'], titlePattern = 'T'): Partial<Settings> => ({
  mutes: [{ type, titlePattern }],
})
const [mutedInfo, mutedError] = [muting('info'), muting('error')]

const nameOf = (fate: number) => Object.entries(toastFates).find(([, code]) => code === fate)?.[0]
const fateOf = (candidate: Candidate, change?: Change) =>
  nameOf(decideToasts([candidate], momentWith(change)).fates[0] ?? -1)

describe('one notification', () => {
  it('is shown where nothing speaks against it', () => expect(fateOf(of('info'))).toBe('shown'))

  it.each([
    ['toasts are off', of('error'), { settings: { toasts: false } }, 'switchedOff'],
    ['its type is off', of('warning'), { settings: { warningToasts: 'off' } }, 'typeOff'],
    ['another type is off', of('error'), { settings: { warningToasts: 'off' } }, 'shown'],
    ['its type is silent', of('success'), { settings: { successToasts: 'silent' } }, 'shown'],
    ['the list is being looked at', of('error'), { isWatching: true }, 'watched'],
    [
      'the list is being looked at, and that is no matter',
      of('info'),
      { isWatching: true, settings: { toastsWhileWatching: true } },
      'shown',
    ],
    ['do not disturb is on', of('error'), { quiet: 'chosen' }, 'doNotDisturb'],
    ['it comes in quiet hours', of('info'), { quiet: 'quiet-hours' }, 'quietHours'],
    ['the computer is not to disturb', of('info'), { quiet: 'system' }, 'systemDoNotDisturb'],
    [
      'errors break through',
      of('error'),
      { quiet: 'chosen', settings: { errorsBreakThrough: true } },
      'brokeThrough',
    ],
    [
      'only errors break through',
      of('warning'),
      { quiet: 'chosen', settings: { errorsBreakThrough: true } },
      'doNotDisturb',
    ],
    ['its title is muted', of('info'), { settings: mutedInfo }, 'muted'],
    ['its title is muted, though it is an error', of('error'), { settings: mutedError }, 'mutedError'],
    ['its title is muted for another type', of('error'), { settings: mutedInfo }, 'shown'],
    [
      'its title is muted, and do not disturb is on',
      of('error'),
      { quiet: 'chosen', settings: { ...mutedError, errorsBreakThrough: true } },
      'mutedError',
    ],
    [
      'its title is muted, and the list is being looked at',
      of('info'),
      { isWatching: true, settings: mutedInfo },
      'muted',
    ],
    [
      'its title is muted, and its type is off',
      of('info'),
      { settings: { ...mutedInfo, infoToasts: 'off' } },
      'typeOff',
    ],
    ['it is late', of('error', { isLate: true }), {}, 'late'],
    [
      'it is late, and do not disturb is on',
      of('info', { isLate: true }),
      { quiet: 'chosen' },
      'doNotDisturb',
    ],
  ] as const)('where %s', (_name, candidate, change, fate) => expect(fateOf(candidate, change)).toBe(fate))

  it.each([
    ['low', 'medium', 'lowPriority'],
    ['medium', 'medium', 'shown'],
    ['high', 'medium', 'shown'],
    ['medium', 'high', 'lowPriority'],
    [null, 'medium', 'shown'],
    [null, 'high', 'lowPriority'],
    ['low', 'low', 'shown'],
  ] as const)('of the priority %s, where %s is the least', (priority, infoLeastPriority, fate) => {
    const candidate = of('info', { notification: { type: 'info', title: 'T', priority } })
    expect(fateOf(candidate, { settings: { infoLeastPriority } })).toBe(fate)
  })
})

describe('several notifications', () => {
  const fatesOf = (candidates: readonly Candidate[], change?: Change) =>
    decideToasts(candidates, momentWith(change)).fates.map(nameOf)

  it('are shown alone three times, and then counted', () => {
    const infos = Array.from({ length: 5 }, () => of('info'))
    expect(fatesOf(infos)).toEqual(['shown', 'shown', 'shown', 'digest', 'digest'])
  })

  it('do not bury an error', () => {
    const infos = Array.from({ length: 9 }, () => of('info'))
    expect(fatesOf([...infos, of('error')]).at(-1)).toBe('shown')
  })

  it('count no silent ones', () => {
    const silent = { settings: { infoToasts: 'off' } } as const
    const infos = Array.from({ length: 9 }, () => of('info'))
    expect(fatesOf([...infos, of('warning')], silent).at(-1)).toBe('shown')
  })

  it('count no muted ones', () => {
    const muted = { settings: mutedInfo } as const
    const infos = Array.from({ length: 9 }, () => of('info'))
    expect(fatesOf([...infos, of('warning')], muted).at(-1)).toBe('shown')
  })

  it('are muted together where their titles differ in numbers alone', () => {
    const titled = (title: string) => of('info', { notification: { type: 'info', title, priority: null } })
    const muted = { settings: muting('info', 'Build # failed') } as const
    const titles = ['Build 41 failed', 'Build 4 failed', 'Build failed', 'Build # failed', 'Build 4 failed.']
    expect(fatesOf(titles.map(titled), muted)).toEqual(['muted', 'muted', 'shown', 'muted', 'shown'])
  })

  it('go on from the burst that they are given', () => {
    const first = decideToasts([of('info'), of('info'), of('info')], momentWith())
    expect(fatesOf([of('info')], { burst: first.burst, now: 4_999 })).toEqual(['digest'])
    expect(fatesOf([of('info')], { burst: first.burst, now: 5_000 })).toEqual(['shown'])
  })
})
