/** The first steps: from nothing to the first acknowledgement. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('whoever takes the demo is at their first acknowledgement in three steps, and is not asked again', async ({
  start,
}) => {
  const app = await start({ isFirstRun: true, flags: ['--frequency', '1'] })
  const { screen } = app
  const welcome = screen.page.getByRole('dialog', { name: 'Welcome to Tocsin' })
  await expect(welcome.getByText('Step 1 of 3')).toBeVisible()
  await expect(welcome.getByRole('radio', { name: 'The built-in demo' })).toBeChecked()
  await welcome.getByRole('button', { name: 'Next' }).click()
  await expect(welcome.getByRole('heading', { name: 'Toasts on your screen' })).toBeFocused()
  await welcome.getByRole('button', { name: 'Next' }).click()
  await welcome.getByRole('button', { name: 'Show my notifications' }).click()
  await expect(welcome).toBeHidden()
  await screen.markAsRead(screen.rows.first())
  await expect(screen.list.getByText('Read, confirmed').first()).toBeVisible()
  await app.stop()

  const again = await start({ isFirstRun: true })
  await again.screen.expectConnection('Connected')
  await expect(again.screen.rows.first()).toBeVisible()
  await expect(again.screen.page.getByRole('dialog')).toBeHidden()
})

test('an address is tested before it is kept, and a bad one is refused with what to do', async ({
  start,
  server,
}) => {
  const { screen } = await start({ isFirstRun: true })
  const welcome = screen.page.getByRole('dialog', { name: 'Welcome to Tocsin' })
  await welcome.getByText('My own address').click()
  const address = welcome.getByRole('textbox', { name: 'Address' })
  await address.fill('http://example.com')
  await address.press('Enter')
  await expect(welcome).toContainText('ws://')
  await expect(welcome.getByRole('button', { name: 'Use it all the same' })).toBeVisible()

  await address.fill(server.url)
  await welcome.getByRole('button', { name: 'Test the address' }).click()
  await expect(welcome).toContainText('The address works')
  // A test leaves nothing open.
  await expect.poll(() => server.openCount).toBe(0)
  expect(server.connectionCount).toBe(1)
  await welcome.getByRole('button', { name: 'Next' }).click()
  await welcome.getByRole('button', { name: 'Skip' }).click()
  await expect(welcome).toBeHidden()
  await screen.expectConnection('Connected')
  await expect.poll(() => server.openCount).toBe(1)
})
