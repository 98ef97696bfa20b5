/** A window that was closed and is opened again shows the same place. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import type { ScriptedServer } from './servers/scripted-server.ts'
import { error, info, warning } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

async function fill(screen: TocsinWindow, server: ScriptedServer, count: number): Promise<void> {
  await screen.expectConnection('Connected')
  for (let number = 1; number <= count; number += 1)
    server.send((number % 2 === 0 ? info : warning)({ title: `Number ${number}`, id: `n${number}` }))
  await expect(screen.row(count % 2 === 0 ? 'info' : 'warning', `Number ${count}`)).toBeVisible()
}

async function scrollDown({ page, list }: TocsinWindow, byPx: number): Promise<void> {
  const box = await list.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 100)
  for (let left = byPx; left > 0; left -= 5_000) {
    await page.mouse.wheel(0, Math.min(left, 5_000))
    // Further than what is read it does not scroll: older rows come meanwhile.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)))
  }
}

test('the filter, the search and the open notification are there again', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await fill(app.screen, server, 20)
  await app.screen.filter('Warnings').click()
  await app.screen.searchBox.fill('number ')
  await expect(app.screen.rows).toHaveCount(10)
  await app.screen.open(app.screen.row('warning', 'Number 17'))
  await expect(app.screen.detail).toContainText('Number 17')
  await app.closeWindow()

  await app.openWindow()
  await expect(app.screen.searchBox).toHaveValue('number ')
  await expect(app.screen.filter('Warnings')).toHaveAttribute('aria-pressed', 'true')
  await expect(app.screen.rows).toHaveCount(10)
  await expect(app.screen.row('warning', 'Number 17')).toHaveAttribute('aria-current', 'true')
  await expect(app.screen.detail).toContainText('Number 17')
})

for (const [where, byPx, hosts] of [
  ['near the top', 2_000, {}],
  ['far down', 40_000, oneHost],
] as const) {
  test(`the list stands where it was left, ${where}`, hosts, async ({ start, server }) => {
    const app = await start({ source: server.url })
    await fill(app.screen, server, 900)
    await scrollDown(app.screen, byPx)
    await expect.poll(async () => (await app.screen.topRow()).abovePx).toBeGreaterThan(-1)
    const before = await app.screen.topRow()
    await app.closeWindow()
    server.send(error({ title: 'Meanwhile', id: 'meanwhile' }))

    await app.openWindow()
    await expect.poll(() => app.screen.topRow()).toEqual(before)
  })
}

test(
  'in the narrow layout the tab is kept, and the place in the list behind it',
  oneHost,
  async ({ start, server }) => {
    const app = await start({ source: server.url })
    await fill(app.screen, server, 60)
    await app.screen.page.setViewportSize({ width: 400, height: 700 })
    await scrollDown(app.screen, 1_500)
    const before = await app.screen.topRow()
    await app.screen.page.getByRole('tab', { name: 'Connection' }).click()
    await app.closeWindow()

    const page = await app.openWindow()
    await page.setViewportSize({ width: 400, height: 700 })
    await expect(page.getByRole('tab', { name: 'Connection' })).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('tab', { name: 'Notifications' }).click()
    await expect.poll(() => app.screen.topRow()).toEqual(before)
  },
)

test('what is kept may be nonsense, and the window starts at the top', oneHost, async ({ start, server }) => {
  const app = await start({ source: server.url })
  await fill(app.screen, server, 60)
  await app.screen.page.evaluate(() => {
    // What a page writes as it goes must not mend it.
    Storage.prototype.setItem = () => {}
    localStorage['tocsin.view'] = '{"version":1,"filter":"everything"'
  })
  await app.closeWindow()
  await app.openWindow()
  await expect(app.screen.row('info', 'Number 60')).toBeVisible()
  expect(await app.screen.topRow()).toMatchObject({ name: 'Info: Number 60' })
})
