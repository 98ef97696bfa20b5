/** The whole job by keyboard alone, as it is done on a day. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { error, info, success, warning } from './servers/wire-frames.ts'

test('a day’s work without a pointer', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  const { page, row, detail } = {
    ...{ page: screen.page, detail: screen.detail },
    row: screen.row.bind(screen),
  }
  const { keyboard } = page
  await screen.expectConnection('Connected')
  await keyboard.press('c')
  await screen.expectConnection('Disconnected')
  await keyboard.press('c')
  await screen.expectConnection('Connected')
  server.send(info({ title: 'Deployed', id: 'n1' }))
  server.send(warning({ title: 'Disk fills up', id: 'n2' }))
  server.send(error({ title: 'Build 41 failed', id: 'n3' }))
  server.send(success({ title: 'Backup done', id: 'n4' }))
  await expect(screen.rows).toHaveCount(4)

  await test.step('reads, and takes it back here', async () => {
    await keyboard.press('j')
    await expect(row('success', 'Backup done')).toBeFocused()
    await keyboard.press('e')
    await expect(row('success', 'Backup done')).toContainText('Read, confirmed')
    await keyboard.press('u')
    await expect(row('success', 'Backup done')).toContainText('Unread')
    await expect(detail.getByRole('region', { name: 'Story' })).toContainText('Marked as unread here')
    expect(server.acknowledged).toEqual(['n4'])
  })

  await test.step('opens, pins, snoozes and mutes', async () => {
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(detail.getByRole('heading', { name: 'Build 41 failed' })).toBeVisible()
    await keyboard.press('p')
    await expect(row('error', 'Build 41')).toContainText('Pinned')
    await keyboard.press('m')
    await expect(detail).toContainText('This title is muted')
    await keyboard.press('m')
    await expect(detail).not.toContainText('This title is muted')
    await keyboard.press('h')
    await expect(page.getByRole('menuitem', { name: 'For 10 minutes' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(row('error', 'Build 41')).toContainText('Comes back')
    await keyboard.press('Escape')
    await expect(detail).toBeHidden()
  })

  await test.step('picks several, and acts on all of them', async () => {
    const tools = page.getByRole('group', { name: 'Selected notifications' })
    await keyboard.press('Home')
    await expect(row('success', 'Backup done')).toBeFocused()
    await keyboard.press('Escape')
    await keyboard.press('x')
    await keyboard.press('Shift+J')
    await keyboard.press('Shift+ArrowDown')
    await expect(tools).toContainText('3 selected')
    await expect(row('warning', 'Disk').getByRole('checkbox')).toBeChecked()
    await keyboard.press('Shift+K')
    await expect(tools).toContainText('2 selected')
    await keyboard.press('e')
    await expect(row('success', 'Backup done')).toContainText('Read, confirmed')
    await expect(row('error', 'Build 41')).toContainText('Read, confirmed')
    await keyboard.press('Control+A')
    await expect(tools).toContainText('4 selected')
    await keyboard.press('Escape')
    await expect(tools).toBeHidden()
  })

  await test.step('deletes, and undoes it', async () => {
    await keyboard.press('#')
    await expect(screen.rows).toHaveCount(3)
    await keyboard.press('z')
    await expect(screen.rows).toHaveCount(4)
  })

  await test.step('searches: letters are the field’s while it has the focus', async () => {
    await keyboard.press('/')
    await expect(screen.searchBox).toBeFocused()
    await keyboard.type('deploy')
    await expect(screen.rows).toHaveCount(1)
    await keyboard.press('ArrowDown')
    await expect(row('info', 'Deployed')).toBeFocused()
    await expect(row('info', 'Deployed')).toContainText('Unread')
    await keyboard.press('g')
    await keyboard.press('u')
    await expect(screen.searchBox).toHaveValue('')
    await expect(screen.rows).toHaveCount(2)
    await keyboard.press('g')
    await keyboard.press('p')
    await expect(screen.rows).toHaveCount(1)
    await expect(row('error', 'Build 41')).toBeVisible()
    await keyboard.press('g')
    await keyboard.press('l')
    await expect(screen.rows).toHaveCount(4)
  })

  await test.step('goes to the statistics, the settings and back', async () => {
    await keyboard.press('g')
    await keyboard.press('s')
    await expect(page.getByRole('region', { name: 'Statistics' })).toBeVisible()
    await keyboard.press('g')
    await keyboard.press(',')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden()
    await keyboard.press('d')
    await expect(page.getByRole('menuitem', { name: 'For 30 minutes' })).toBeFocused()
    await keyboard.press('Escape')
  })

  await test.step('finds commands by their names, and their keys in a list', async () => {
    await row('success', 'Backup done').focus()
    await keyboard.press('Control+K')
    const palette = page.getByRole('dialog', { name: 'Command palette' })
    await expect(palette.getByRole('combobox')).toBeFocused()
    await keyboard.type('dark')
    await expect(palette.getByRole('option')).toHaveCount(1)
    await keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect.poll(() => screen.brightness()).toBeLessThan(0.3)
    await expect(row('success', 'Backup done')).toBeFocused()
    await keyboard.press('Control+K')
    await keyboard.type('mark as unr')
    await keyboard.press('Enter')
    await expect(row('success', 'Backup done')).toContainText('Unread')
    await keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(keys).toContainText('Mark as unread here')
    await keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(row('success', 'Backup done')).toBeFocused()
  })

  await test.step('on a keyboard without Latin letters', async () => {
    await page.evaluate(() => {
      const press = { key: 'у', code: 'KeyE', bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press))
    })
    await expect(row('success', 'Backup done')).toContainText('Read, confirmed')
  })
})
