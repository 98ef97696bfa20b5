import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import { type Settings, settingNames } from '../../contract/settings-table.ts'
import { type Toast, toastRowLimit } from '../../contract/toast.ts'
import { chinese, english, german } from '../../i18n/i18n-under-test.ts'
import { defaultsOf } from '../settings/default-settings.ts'
import { createDigest } from './digest.ts'

const settings = defaultsOf(settingNames, () => 0) as Settings // each of them

const row = (rowId: number, type: NotificationRow['type'], title = `${type} ${rowId}`) =>
  ({ rowId, type, title }) as NotificationRow // what a digest reads of it

function startDigest(i18n = english) {
  const clock = createManualClock()
  const shown: Toast[] = []
  const updated: Toast[] = []
  const withdrawn: string[] = []
  const told: (readonly number[])[] = []
  let fails = false
  const digest = createDigest({
    ...{ toastId: 'digest', clock, settings: () => settings, i18n: () => i18n, sourceName: () => 'S' },
    show(toast, newRowIds) {
      shown.push(toast)
      told.push(newRowIds)
      if (fails) digest.lost()
    },
    update(toast, newRowIds) {
      updated.push(toast)
      told.push(newRowIds)
      if (fails) digest.lost()
    },
    withdraw: (toastId) => withdrawn.push(toastId),
  })
  /** Whether what is shown or changed from now on fails at once. */
  const fail = (isSo: boolean): void => {
    fails = isSo
  }
  return { clock, digest, shown, updated, withdrawn, told, fail }
}

describe('a digest', () => {
  it.each([
    [english, '6 new during quiet hours: 2 errors, 1 warning, 3 info', '1 new: 1 success'],
    [german, '6 neu in der Ruhezeit: 2 Fehler, 1 Warnung, 3 Infos', '1 neu: 1 Erfolg'],
    [chinese, '安静时段内 6 条新通知：2 条错误、1 条警告、3 条信息', '1 条新通知：1 条成功'],
  ])('counts in the plurals of its language: %o', (i18n, many, one) => {
    const types = ['error', 'error', 'warning', 'info', 'info', 'info'] as const
    const [summary, single] = [startDigest(i18n), startDigest(i18n)]
    summary.digest.add(
      types.map((type, place) => row(place + 1, type)),
      'quiet-hours',
    )
    single.digest.add([row(1, 'success')], 'new')
    expect([...summary.shown, ...single.shown].map(({ title }) => title)).toEqual([many, one])
  })

  it('counts by type, the worst first, and names the newest error first', () => {
    const { digest, shown } = startDigest()
    const infos = Array.from({ length: 9 }, (_, place) => row(place + 1, 'info'))
    digest.add(
      [...infos, row(10, 'error', 'Old'), row(11, 'error', 'Disk full'), row(12, 'error', 'Down')],
      'new',
    )
    expect(shown).toEqual([
      {
        toastId: 'digest',
        source: 'S',
        rowIds: [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
        type: 'error',
        title: '12 new: 3 errors, 9 info',
        body: 'Down · Disk full · Old',
        isSilent: false,
        actions: ['open', 'mark-as-read'],
      },
    ])
  })

  it('grows in place, at most once a second, and only an error makes a sound again', () => {
    const { clock, digest, shown, updated } = startDigest()
    digest.add([row(1, 'warning')], 'new')
    digest.add([row(2, 'warning')], 'new')
    digest.add([row(3, 'warning')], 'new')
    expect(updated).toEqual([])
    clock.advance(1_000)
    expect(updated.map(({ title, isSilent }) => [title, isSilent])).toEqual([['3 new: 3 warnings', true]])
    clock.advance(3_000)
    digest.add([row(4, 'error')], 'new')
    expect(updated.at(-1)).toMatchObject({
      title: '4 new: 1 error, 3 warnings',
      isSilent: false,
      type: 'error',
    })
    expect(shown).toHaveLength(1)
  })

  it('is shown anew, with its sound, for a burst that comes after five quiet seconds', () => {
    const { clock, digest, shown } = startDigest()
    digest.add([row(1, 'warning')], 'new')
    clock.advance(5_000)
    digest.add([row(2, 'warning')], 'new')
    expect(shown.map(({ title, isSilent }) => [title, isSilent])).toEqual([
      ['1 new: 1 warning', false],
      ['2 new: 2 warnings', false],
    ])
  })

  it('is shown anew where it never came to the screen', () => {
    const { clock, digest, shown } = startDigest()
    digest.add([row(1, 'warning')], 'new')
    digest.lost()
    clock.advance(1_000)
    digest.add([row(2, 'warning')], 'new')
    expect(shown).toHaveLength(2)
  })

  it('is shown anew where it failed while it was being shown, or changed', () => {
    const { clock, digest, shown, updated, fail } = startDigest()
    fail(true)
    digest.add([row(1, 'warning')], 'new')
    clock.advance(1_000)
    digest.add([row(2, 'warning')], 'new')
    expect(shown).toHaveLength(2)
    fail(false)
    clock.advance(1_000)
    digest.add([row(3, 'warning')], 'new')
    expect([shown.length, updated.length]).toEqual([3, 0])
    fail(true)
    clock.advance(1_000)
    digest.add([row(4, 'warning')], 'new')
    clock.advance(1_000)
    digest.add([row(5, 'warning')], 'new')
    expect([shown.length, updated.length]).toEqual([4, 1])
  })

  it('counts no row twice', () => {
    const { digest, shown } = startDigest()
    digest.add([row(1, 'info'), row(2, 'info'), row(1, 'info')], 'new')
    expect(shown[0]).toMatchObject({ title: '2 new: 2 info', rowIds: [2, 1] })
  })

  it('tells each row once', () => {
    const { clock, digest, told } = startDigest()
    digest.add([row(1, 'info')], 'new')
    digest.add([row(2, 'info'), row(3, 'info')], 'new')
    clock.advance(1_000)
    expect(told).toEqual([[1], [2, 3]])
  })

  it('shrinks as its notifications are read, and goes with the last', () => {
    const { clock, digest, updated, withdrawn } = startDigest()
    digest.add([row(1, 'info'), row(2, 'error')], 'new')
    clock.advance(1_000)
    digest.take((rowId) => rowId === 2)
    expect(updated.at(-1)).toMatchObject({ title: '1 new: 1 info', rowIds: [1], isSilent: true })
    digest.take((rowId) => rowId === 7)
    expect(withdrawn).toEqual([])
    digest.take((rowId) => rowId === 1)
    expect(withdrawn).toEqual(['digest'])
  })

  it('counts from nothing once it was closed, and is shown anew', () => {
    const { clock, digest, shown } = startDigest()
    digest.add([row(1, 'info')], 'new')
    digest.forget()
    clock.advance(5_000)
    digest.add([row(2, 'info')], 'new')
    expect(shown.map(({ title }) => title)).toEqual(['1 new: 1 info', '1 new: 1 info'])
    expect(shown.at(-1)?.rowIds).toEqual([2])
  })

  it('of more than it can name counts them all, and marks none of them', () => {
    const { digest, shown } = startDigest()
    const rows = Array.from({ length: toastRowLimit + 1 }, (_, place) => row(place + 1, 'info'))
    digest.add(rows, 'new')
    expect(shown[0]).toMatchObject({ title: '1,001 new: 1,001 info', actions: ['open'] })
    expect(shown[0]?.rowIds).toHaveLength(toastRowLimit)
  })

  it('leaves no timer', () => {
    const { clock, digest } = startDigest()
    digest.add([row(1, 'info')], 'new')
    digest[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
  })
})
