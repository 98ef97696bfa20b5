import { Virtualizer } from '@tanstack/react-virtual'
import { expect, test } from 'vitest'
import { createScrollTo } from './scroll-to.ts'

/** A library that believes the list to be at its top. */
function listAtTop() {
  const asked: number[] = []
  const scrollTo = createScrollTo((offset, { adjustments = 0 }) => asked.push(offset + adjustments))
  const virtualizer = new Virtualizer<HTMLDivElement, HTMLElement>({
    ...{ count: 1, getScrollElement: () => null, estimateSize: () => 1, scrollToFn: scrollTo },
    ...{ observeElementRect: () => {}, observeElementOffset: () => {} },
  })
  virtualizer.scrollOffset = 0
  const scroll = (offset: number, adjustments = 0): void => scrollTo(offset, { adjustments }, virtualizer)
  return { asked, scroll }
}

test('a list that has just appeared is not told to go to its top', () => {
  const { asked, scroll } = listAtTop()
  scroll(0)
  expect(asked).toEqual([])
})

test('a list that is to appear further down goes there', () => {
  const { asked, scroll } = listAtTop()
  scroll(300)
  expect(asked).toEqual([300])
})

test('a correction that ends at the very top is done, though the library takes it for done already', () => {
  const { asked, scroll } = listAtTop()
  scroll(0)
  scroll(0)
  scroll(40, -40)
  expect(asked).toEqual([0, 0])
})
