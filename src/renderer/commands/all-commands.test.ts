import { describe, expect, test } from 'vitest'
import type { CommandName } from '../../contract/commands.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { findCommand } from '../keyboard/find-command.ts'
import { sampleCounts, sampleRow, sampleRows } from '../list/sample-rows.ts'
import { sampleSnapshot } from '../store/sample-snapshot.ts'
import { type StoreUnderTest, storeUnderTest } from '../store/store-under-test.ts'
import { allCommands, commandOf } from './all-commands.ts'
import { matchItems, paletteItems } from './palette-items.ts'
import type { CommandPlace } from './window-command.ts'

const place: CommandPlace = { hasRoom: true, focusSearch: () => {} }
const start = (): Promise<StoreUnderTest> => {
  const newest = [sampleRow(4, { readAt: 5, acknowledgement: 'confirmed' }), ...sampleRows(3, 1)]
  const { settings } = sampleSnapshot()
  const savedSearches = [{ name: 'Full disks', query: 'disk full' }]
  return storeUnderTest(
    sampleSnapshot({ newest, counts: sampleCounts(4), settings: { ...settings, savedSearches } }),
  )
}

/** As the keyboard does it. @returns whether there was something to do */
function type({ store }: StoreUnderTest, keys: string): boolean {
  const situation = { state: store.cell.read(), place, focus: 'list' } as const
  const found = findCommand(allCommands, keys, situation)
  if (found?.kind === 'command') found.command.run(store, place)
  return found?.kind === 'command'
}
const asked = (under: StoreUnderTest, name: CommandName): readonly unknown[] => under.inputs(name)

test('no two commands have the same keys where both can be given', async () => {
  const { store } = await start()
  store.picks.pickAll()
  store.selection.select(4, { open: true, reveal: false })
  const keys = allCommands
    .filter(({ isAvailable }) => isAvailable(store.cell.read(), place))
    .flatMap(({ chords }) => chords.map((chord) => chord.keys))
    // It ends what is picked first, whichever of the two it is.
    .filter((each) => each !== 'Escape')
  expect(keys.filter((each, index) => keys.indexOf(each) !== index)).toEqual([])
  // A key that is the first of two is none by itself.
  const firsts = new Set(keys.filter((each) => each.includes(' ')).map((each) => each.split(' ')[0]))
  expect(keys.filter((each) => firsts.has(each))).toEqual([])
})

test('each has a name of its own', () => {
  const ids = allCommands.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(() => commandOf('nonsense')).toThrow('nonsense')
})

describe('commands of a notification', () => {
  test('are for the one the reader stands on, and only what it allows', async () => {
    const under = await start()
    expect(type(under, 'e')).toBe(false)
    under.store.selection.select(4, { open: false, reveal: false })
    expect(type(under, 'e')).toBe(false)
    expect(type(under, 'u')).toBe(true)
    expect(asked(under, 'markAsUnread')).toEqual([{ rowIds: [4] }])
    under.store.selection.select(3, { open: false, reveal: false })
    expect(type(under, 'u')).toBe(false)
    expect([type(under, 'e'), type(under, 'p'), type(under, '#')]).toEqual([true, true, true])
    expect(asked(under, 'markAsRead')).toEqual([{ rowIds: [3] }])
    expect(asked(under, 'setPinned')).toEqual([{ rowIds: [3], isPinned: true }])
    expect(asked(under, 'deleteNotifications')).toEqual([{ rowIds: [3] }])
  })

  test('are for all that is picked, where something is', async () => {
    const under = await start()
    under.store.selection.select(4, { open: false, reveal: false })
    expect([
      type(under, 'x'),
      type(under, 'Shift+j'),
      type(under, 'Shift+j'),
      type(under, 'Shift+k'),
    ]).toEqual(Array(4).fill(true))
    type(under, 'e')
    expect(asked(under, 'markAsRead')).toEqual([{ rowIds: [4, 3] }])
    type(under, 's')
    expect(under.store.cell.read().picks.isSnoozeWanted).toBe(true)
    expect(type(under, 'Escape')).toBe(true)
    expect(under.store.cell.read().picks.rowIds.size).toBe(0)
    expect(type(under, 'Escape')).toBe(false)
  })
})

test('a saved search that was removed comes back by the key that undoes, once', async () => {
  const under = await start()
  expect(type(under, 'z')).toBe(false)
  under.store.searches.remove(0)
  expect(type(under, 'z')).toBe(true)
  expect(under.store.cell.read().removedSearch).toBeNull()
  expect(type(under, 'z')).toBe(false)
})

test('going to a part of the list leaves search and filter', async () => {
  const under = await start()
  under.store.list.search('disk')
  type(under, 'g p')
  await under.frame()
  expect(under.shown().list).toMatchObject({ filter: { isPinned: true }, search: '' })
  expect(type(under, 'g x')).toBe(false)
})

describe('the palette', () => {
  test('offers what can be done now, by what it would do', async () => {
    const { store } = await start()
    store.selection.select(4, { open: false, reveal: false })
    const ids = paletteItems(english, store.cell.read(), place).map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['mark-as-unread', 'connection', 'search 0', 'theme dark', 'language de']),
    )
    expect(ids).not.toContain('mark-as-read')
    const { word } =
      paletteItems(english, store.cell.read(), place).find(({ id }) => id === 'connection') ?? {}
    expect(word).toBe('Disconnect')
  })

  test('finds by beginnings of words, by what lies between, and by the English name', async () => {
    const { store } = await start()
    const items = paletteItems(english, store.cell.read(), place)
    const first = (text: string): string | undefined => matchItems(items, text)[0]?.id
    expect(first('unread n')).toBe('go-unread')
    expect(first('dnd')).toBe('do-not-disturb')
    expect(first('full d')).toBe('search 0')
    expect(first('dark')).toBe('theme dark')
    expect(matchItems(items, 'zzz')).toEqual([])
    expect(matchItems(items, ' ')).toBe(items)
    const german = items.map((item) =>
      item.id === 'go-settings' ? { ...item, word: 'Einstellungen' } : item,
    )
    expect(matchItems(german, 'settings')[0]?.id).toBe('go-settings')
  })

  test('runs a saved search, and sets a setting', async () => {
    const under = await start()
    const items = paletteItems(english, under.store.cell.read(), place)
    items.find(({ id }) => id === 'theme dark')?.run(under.store, place)
    expect(under.inputs('changeSettings')).toEqual([{ theme: 'dark' }])
    items.find(({ id }) => id === 'search 0')?.run(under.store, place)
    expect(under.inputs('searchNotifications')).toMatchObject([{ query: 'disk full*' }])
  })
})
