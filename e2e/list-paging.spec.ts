/** Ten thousand notifications: read page by page in both directions, a part of them in memory, and nothing jumps. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { info } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

const total = 10_000

const numberAt = async (screen: TocsinWindow): Promise<number> =>
  Number(/\d+$/.exec((await screen.topRow()).name ?? '')?.[0])

/** Scrolls by steps, in the page. @returns how far, at most, a row was from where scrolling should have brought it */
async function scrollBy({ list }: TocsinWindow, stepPx: number, steps: number): Promise<number> {
  return list.evaluate(
    async (scroller, { stepPx: byPx, steps: times }) => {
      // Between two frames, as a wheel does it: what is scrolled to is heard of at the next one.
      const drawn = () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
        )
      let worstPx = 0
      for (let step = 0; step < times; step += 1) {
        const { top, bottom } = scroller.getBoundingClientRect()
        const rows = [...scroller.querySelectorAll('article')]
        const row = rows.find((each) => {
          const box = each.getBoundingClientRect()
          return box.top > top && box.bottom < bottom
        })
        const beforePx = row?.getBoundingClientRect().top ?? 0
        const leftPx =
          byPx < 0 ? scroller.scrollTop : scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop
        scroller.scrollTop += byPx
        await drawn()
        const isMeasured = row?.isConnected === true && leftPx > Math.abs(byPx)
        if (isMeasured)
          worstPx = Math.max(worstPx, Math.abs(row.getBoundingClientRect().top - beforePx + byPx))
      }
      return Math.round(worstPx)
    },
    { stepPx, steps },
  )
}

/** To the end of what is loaded, again and again: pages come meanwhile. */
async function turnPages({ list }: TocsinWindow, towards: 'older' | 'newer', pages: number): Promise<void> {
  await list.evaluate(
    async (scroller, { towards: direction, pages: times }) => {
      for (let page = 0; page < times; page += 1) {
        scroller.scrollTop = direction === 'older' ? scroller.scrollHeight : 400
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    },
    { towards, pages },
  )
}

test('the list is read down and up again, and keeps its place', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  for (let number = 1; number <= total; number += 1)
    server.send(info({ title: `Number ${number}`, id: `n${number}`, message: 'Long. '.repeat(number % 40) }))
  await expect(screen.row('info', `Number ${total}`)).toBeVisible()
  const { page, list } = screen

  await test.step('far down, where only a part is loaded', async () => {
    await expect(async () => {
      await turnPages(screen, 'older', 10)
      expect(await numberAt(screen)).toBeLessThan(total - 3_000)
    }).toPass({ timeout: 40_000 })
    // Two thousand rows at most, of some 90 px.
    expect(await list.evaluate(({ scrollHeight }) => scrollHeight)).toBeLessThan(2_100 * 110)
    server.send(info({ title: 'Arrived meanwhile', id: 'new' }))
    await expect(screen.button('1 new')).toBeVisible()
    await expect(list.getByRole('article').first()).toHaveAttribute('aria-setsize', String(total + 1))
  })

  await test.step('up through what was let go of, without a jump', async () => {
    const from = await numberAt(screen)
    // A row that comes into sight before it was measured may be a line higher or lower than was thought.
    expect(await scrollBy(screen, -600, 280)).toBeLessThan(40)
    const to = await numberAt(screen)
    expect(to).toBeGreaterThan(from + 1_000)
    // The place in all that there are is still known.
    const first = list.getByRole('article', { name: `Info: Number ${to}`, exact: true })
    await expect(first).toHaveAttribute('aria-posinset', String(total + 2 - to))
  })

  await test.step('by one key to either end', async () => {
    await list.getByRole('article').first().focus()
    await page.keyboard.press('End')
    await expect(list.getByRole('article', { name: 'Info: Number 1', exact: true })).toBeFocused()
    await page.keyboard.press('k')
    await expect(list.getByRole('article', { name: 'Info: Number 2', exact: true })).toBeFocused()
    await page.keyboard.press('Home')
    await expect(screen.row('info', 'Arrived meanwhile')).toBeFocused()
    await expect(screen.row('info', 'Arrived meanwhile')).toBeInViewport()
  })

  await test.step('and back to the newest', async () => {
    await page.keyboard.press('End')
    await expect(list.getByRole('article', { name: 'Info: Number 1', exact: true })).toBeInViewport()
    await screen.button('Jump to newest').click()
    await expect(screen.row('info', 'Arrived meanwhile')).toBeInViewport()
    // At its top the list lives again.
    await page.mouse.move(0, 0)
    server.send(info({ title: 'Lives again', id: 'lives' }))
    await expect(screen.row('info', 'Lives again')).toBeInViewport()
  })
})
