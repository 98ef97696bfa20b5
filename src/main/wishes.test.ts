import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { english } from '../i18n/i18n-under-test.ts'
import { type HandOver, readHandOver } from './hand-over.ts'
import { createWishes } from './wishes.ts'

const nothing: HandOver = { frequencySeconds: null, source: null, link: null, isHidden: false }

function setUp() {
  const done: unknown[] = []
  const asked: MessageBoxOptions[] = []
  let answer = Promise.withResolvers<number>()
  const wishes = createWishes({
    dialog: {
      async showMessageBox(...args: unknown[]) {
        asked.push(args.at(-1) as MessageBoxOptions) // the last argument of either form
        return { response: await answer.promise, checkboxChecked: false }
      },
    },
    open: (target) => done.push(['open', target]),
    i18n: () => english,
    window: () => ({}) as BrowserWindow, // handed on alone
    changeSettings: (change) => done.push(['change', change]),
    isCurrentSource: (source) => source === 'wss://now',
  })
  async function choose(button: number) {
    answer.resolve(button)
    await new Promise((resolve) => setImmediate(resolve))
    answer = Promise.withResolvers<number>()
  }
  return { wishes, done, asked, choose }
}

describe('a second start', () => {
  it.each([
    [null, [['open', null]]],
    [nothing, [['open', null]]],
    [{ ...nothing, isHidden: true }, []],
    [
      { ...nothing, frequencySeconds: 3 },
      [
        ['change', { frequencySeconds: 3 }],
        ['open', null],
      ],
    ],
    [{ ...nothing, source: 'wss://now' }, [['open', null]]],
    [
      { ...nothing, isHidden: true, link: 'tocsin://notification/7' },
      [['open', { kind: 'notification', rowId: 7 }]],
    ],
  ])('%j does %j', (handedOver, expected) => {
    const { wishes, done, asked } = setUp()
    wishes.followSecondStart(handedOver)
    expect(done).toEqual(expected)
    expect(asked).toEqual([])
  })

  it('with another source asks first, and changes it for a yes alone', async () => {
    const { wishes, done, asked, choose } = setUp()
    wishes.followSecondStart({ ...nothing, source: 'wss://good@evil.example:1/x' })
    expect(done).toEqual([['open', null]])
    expect(asked[0]).toMatchObject({
      message: 'Use evil.example:1 as your source?',
      detail: expect.stringContaining('wss://good@evil.example:1/x'),
      ...{ defaultId: 1, cancelId: 1 },
    })
    await choose(1)
    expect(done).toHaveLength(1)

    wishes.followSecondStart({ ...nothing, source: 'wss://h' })
    await choose(0)
    expect(done.at(-1)).toEqual(['change', { source: 'wss://h' }])
  })

  it.each([
    [undefined],
    ['--source=x'],
    [{}],
    [{ ...nothing, frequencySeconds: 99 }],
    [{ ...nothing, source: 7 }],
    [{ ...nothing, isHidden: 'yes' }],
  ])('that says %j is not understood', (data) => expect(readHandOver(data)).toBeNull())

  it('of a later version is understood in what is known here', () => {
    expect(readHandOver({ ...nothing, colour: 'red' })).toMatchObject(nothing)
  })
})

describe('a link', () => {
  it('opens a notification or a search', () => {
    const { wishes, done } = setUp()
    wishes.openLink('tocsin://notification/7')
    wishes.openLink('tocsin://search?q=disk')
    expect(done).toEqual([
      ['open', { kind: 'notification', rowId: 7 }],
      ['open', { kind: 'search', query: 'disk' }],
    ])
  })

  it('to a source changes nothing by itself, and a hundred of them are one question, which comes to the front', async () => {
    const { wishes, done, asked, choose } = setUp()
    for (let count = 0; count < 100; count++) wishes.openLink('tocsin://source?url=wss://h')
    await choose(1)
    expect(asked).toHaveLength(1)
    expect(done).toEqual(Array.from({ length: 100 }, () => ['open', null]))
  })

  it('that cannot be read is told in the window, in words of ours', async () => {
    const { wishes, asked, choose } = setUp()
    wishes.openLink('tocsin://buy?now')
    expect(asked[0]?.message).toMatch(/^This link cannot be opened: /)
    await choose(0)
    wishes.openLink('tocsin://buy?now')
    expect(asked).toHaveLength(2)
  })
})
