/** The connection's page: how it stands, what can be changed of it, what happened, and what is wrong with it. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { startScriptedServer } from './servers/scripted-server.ts'

test('the connection is understood, changed and diagnosed in one place', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  const { page } = screen
  await page.setViewportSize({ width: 1_280, height: 1_400 })
  await screen.expectConnection('Connected')
  await screen.show('Connection')
  const facts = page.getByRole('region', { name: 'Connection', exact: true })
  await expect(facts).toContainText('Connected')
  await expect(facts).toContainText(new URL(server.url).host)

  await test.step('a lost connection counts down here, and can be tried at once', async () => {
    await server.die()
    await expect(facts).toContainText('Reconnecting')
    await expect(facts).toContainText(/in \d+ s|now/)
    // The page says it at length: no notice says it a second time.
    await expect(screen.notices).not.toContainText('Next attempt')
    await server.comeBack()
    await screen.retryUntilConnected()
  })

  await test.step('the log can be narrowed', async () => {
    server.send('this is no JSON')
    await expect(screen.activity).toContainText('Not understood')
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Not understood')
    await expect(screen.activity).not.toContainText('Frequency set to')
    await page.getByRole('button', { name: 'Problems' }).click()
    await expect(screen.activity).toContainText('Not understood')
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Server')
    await screen.activity.getByRole('button', { name: 'Show everything' }).click()
    await expect(screen.activity).toContainText('Frequency set to')
  })

  await test.step('the client id is changed in place, and checked', async () => {
    await page.getByRole('button', { name: 'Change: Client id' }).click()
    const field = page.getByRole('textbox', { name: 'Client id' })
    await expect(field).toBeFocused()
    await field.fill('')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'must not be empty' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Change: Client id' })).toBeFocused()
    await page.keyboard.press('Enter')
    await field.fill('desk-7')
    await page.keyboard.press('Enter')
    await expect.poll(() => server.paths.at(-1)).toBe('/ws/notify/desk-7')
    await screen.expectConnection('Connected')
  })

  await test.step('another address is tested before it is kept', async () => {
    const other = await startScriptedServer()
    await page.getByRole('button', { name: 'Change: Source' }).click()
    const field = page.getByRole('textbox', { name: 'Source' })
    await field.fill('https://example.org')
    await expect(page.getByRole('button', { name: 'Test this address' })).toBeDisabled()
    await field.fill(other.url)
    await page.getByRole('button', { name: 'Test this address' }).click()
    await expect(page.getByRole('button', { name: 'Copy report' })).toBeVisible()
    await expect.poll(() => other.openCount).toBe(0)
    expect(other.connectionCount).toBeGreaterThan(0)
    await screen.expectConnection('Connected')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(facts).toContainText(new URL(other.url).host)
    await screen.expectConnection('Connected')
    await other.die()
  })

  await test.step('the diagnosis walks the way, and says where it ends', async () => {
    const doctor = page.getByRole('region', { name: 'Diagnosis' })
    await doctor.getByRole('button', { name: 'Run diagnosis' }).click()
    await expect(doctor.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 40_000 })
    await expect(doctor).toContainText(/problems? (was|were) found/)
    await expect(doctor.getByRole('listitem').filter({ hasText: 'Network' })).toContainText('Problem')
    await expect(doctor.getByRole('listitem').filter({ hasText: 'Storage' })).toContainText('OK')
    await doctor.getByRole('button', { name: 'Copy report' }).click()
    await expect(doctor.getByRole('button', { name: 'Copied' })).toBeVisible()
  })
})

test('the command that sends one to the built-in server does so, once it is copied', async ({ start }) => {
  const { screen } = await start()
  await screen.expectConnection('Connected')
  await screen.show('Connection')
  const card = screen.page.getByRole('region', { name: 'Send one yourself' })
  const command = (await card.locator('code').textContent()) ?? ''
  const [, body = '', url = ''] = /^curl -d "(.+)" (http:\S+)$/.exec(command) ?? []
  await expect(card.getByRole('button', { name: 'Copy the command' })).toBeVisible()
  // As `curl -d` sends it.
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(201)
  await expect(screen.list.getByText(body)).toBeVisible()
})
