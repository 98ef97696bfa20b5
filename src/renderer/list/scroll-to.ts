/** Brings the list to an offset, as the library asks for it. Not: which offset that is. */
import { elementScroll, type Virtualizer, type VirtualizerOptions } from '@tanstack/react-virtual'

type Scroll = VirtualizerOptions<HTMLDivElement, HTMLElement>['scrollToFn']

/**
 * A list that has just appeared is told to go to its top, where it is: asking the page for that would lay it out once
 * more. Whatever comes later is done. Where the library believes the list to be says nothing about that: it takes a
 * correction for done before it asks for it.
 */
export function createScrollTo(scroll: Scroll = elementScroll<HTMLDivElement>): Scroll {
  let hasAppeared = false
  return (offset, options, virtualizer: Virtualizer<HTMLDivElement, HTMLElement>) => {
    const isThere = !hasAppeared && offset + (options.adjustments ?? 0) === 0
    hasAppeared = true
    if (!isThere) scroll(offset, options, virtualizer)
  }
}
