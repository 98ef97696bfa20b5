/** The figures: what came over time, how the connection held, and what makes the most noise. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { error, info } from './servers/wire-frames.ts'

test('figures are looked at, lead to what they tell of, and to silence', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  const { page } = screen
  // Tall, so that every card is in sight.
  await page.setViewportSize({ width: 1_280, height: 1_700 })
  await screen.expectConnection('Connected')
  const region = page.getByRole('region', { name: 'Statistics' })
  await expect(region.getByText('Nothing came in the last hour.')).toBeVisible()
  await expect(region.getByText('not measured yet')).toHaveCount(3)

  for (const build of [41, 42, 43]) server.send(info({ title: `Build ${build} passed`, id: `b${build}` }))
  server.send(error({ title: 'Disk full', id: 'd1' }))
  await expect(screen.rows).toHaveCount(4)
  await screen.markAsRead(screen.row('error', 'Disk full'))

  await test.step('the chart follows, and a colour lists what it stands for', async () => {
    const chart = region.getByRole('img', { name: /^Notifications by minute: 4 notifications/ })
    await expect(chart).toBeVisible()
    await chart.locator('[data-type="error"]').hover()
    await expect(region).toContainText(/\d+:\d\d.*: \d notifications? \(.*1 error/)
    await chart.locator('[data-type="error"]').click()
    await expect(screen.searchBox).toHaveValue(/^type:error after:\S+T\d\d:\d\d before:\S+$/)
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.row('error', 'Disk full')).toBeVisible()
    await screen.searchBox.fill('')
  })

  await test.step('by keyboard, hour by hour', async () => {
    await region.getByRole('button', { name: '48 hours' }).click()
    const cursor = region.getByRole('slider', { name: 'Hour in the chart' })
    await cursor.focus()
    await expect(cursor).toHaveAttribute('aria-valuetext', /4 notifications \(3 infos and 1 error\)$/)
    await page.keyboard.press('Enter')
    await expect(screen.searchBox).toHaveValue(/^after:/)
    await expect(screen.rows).toHaveCount(4)
    await screen.searchBox.fill('')
    await cursor.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(cursor).toHaveAttribute('aria-valuetext', /: nothing$/)
  })

  await test.step('as a table', async () => {
    await region.getByRole('button', { name: 'Show as table' }).click()
    const row = region
      .getByRole('table', { name: /4 notifications/ })
      .getByRole('row')
      .nth(1)
    await expect(row.getByRole('cell')).toHaveText(['3', '0', '1', '0', '4'])
    await row.getByRole('button').click()
    await expect(screen.rows).toHaveCount(4)
    await region.getByRole('button', { name: 'Show as chart' }).click()
  })

  await test.step('what was done is measured', async () => {
    for (const name of ['Time to read', 'Acknowledgement'])
      await expect(region.getByRole('row', { name })).toContainText(/\d ?(ms|sec)/)
    // The test's server has a clock that stands still.
    await expect(region.getByRole('row', { name: 'Delivery delay' })).toContainText('not measured yet')
  })

  await test.step('an interruption is told with its reason', async () => {
    server.hangUp(1012)
    await screen.retryUntilConnected()
    const interruptions = region.getByText('1 interruption')
    await expect(interruptions).toBeVisible()
    await interruptions.click()
    await expect(region).toContainText('1012')
    await expect(region.getByRole('img', { name: /connected for/ })).toBeVisible()
  })

  await test.step('what is noisy is muted, unmuted, and muted for good', async () => {
    await page.reload()
    const noisy = region.getByRole('listitem').filter({ hasText: 'Build 43 passed' })
    await expect(noisy).toContainText('3 times, 3 never read')
    await noisy.getByRole('button', { name: 'Mute' }).click()
    await expect(noisy.getByRole('button', { name: 'Unmute' })).toBeVisible()
    await region.getByRole('button', { name: 'Undo' }).click()
    await expect(noisy.getByRole('button', { name: 'Unmute' })).toHaveCount(0)
    await noisy.getByRole('button', { name: 'Mute' }).click()
    await expect(noisy.getByRole('button', { name: 'Unmute' })).toBeVisible()
    await page.reload()
    await expect(noisy).toContainText('Muted')
    await noisy.getByRole('button', { name: 'Build 43 passed' }).click()
    await expect(screen.detail).toContainText('Build 43 passed')
  })
})
