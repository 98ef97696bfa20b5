/** Finding one's way: filters, saved searches, operators that complete themselves, panes as wide as one likes. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import type { ScriptedServer } from './servers/scripted-server.ts'
import { error, info, warning } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

async function fill(screen: TocsinWindow, server: ScriptedServer): Promise<void> {
  await screen.expectConnection('Connected')
  server.send(info({ title: 'Disk checked', id: 'n1' }))
  server.send(warning({ title: 'Disk almost full', id: 'n2' }))
  server.send(error({ title: 'Disk failed', id: 'n3' }))
  server.send(error({ title: 'Backup failed', id: 'n4' }))
  await expect(screen.rows).toHaveCount(4)
}

const isPressed = ['aria-pressed', 'true'] as const

test('in a wide window the sidebar filters, keeps searches and shows the views', async ({
  start,
  server,
}) => {
  const app = await start({ source: server.url })
  const { screen } = app
  const { page, searchBox } = screen
  await page.setViewportSize({ width: 1_440, height: 900 })
  await fill(screen, server)

  await test.step('filters narrow one another, count, and are let go of together', async () => {
    await expect(screen.filter('All')).toHaveAttribute(...isPressed)
    await screen.filter('Errors').click()
    await expect(screen.rows).toHaveCount(2)
    await expect(screen.filter('Errors')).toHaveAttribute(...isPressed)
    await screen.markAsRead(screen.row('error', 'Backup failed'))
    await expect(screen.filter('Errors')).toHaveAccessibleDescription('1 unread of 2')
    await screen.filter('Unread').click()
    await expect(screen.rows).toHaveCount(1)
    await screen.filter('All').click()
    await expect(screen.rows).toHaveCount(4)
    await expect(screen.filter('Errors')).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('what is pinned has a place of its own', async () => {
    await screen.open(screen.row('info', 'Disk checked'))
    await page.keyboard.press('p')
    await expect(screen.filter('Pinned')).toHaveAccessibleDescription('1 pinned')
    await screen.filter('Pinned').click()
    await expect(screen.rows).toHaveCount(1)
    await screen.filter('Pinned').click()
    await expect(screen.rows).toHaveCount(4)
  })

  await test.step('operators complete themselves, names and values', async () => {
    await searchBox.pressSequentially('disk ty')
    await searchBox.press('ArrowDown')
    await expect(page.getByRole('option', { name: /^type:/ })).toHaveAttribute('aria-selected', 'true')
    await searchBox.press('Enter')
    await expect(searchBox).toHaveValue('disk type:')
    // What is not whole yet is no wrong search.
    await expect(screen.rows).toHaveCount(3)
    await expect(page.getByRole('option')).toHaveCount(4)
    await searchBox.pressSequentially('er')
    const option = page.getByRole('option', { name: /^error/ })
    await expect(searchBox).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
    await searchBox.press('Tab')
    await expect(searchBox).toHaveValue('disk type:error ')
    await expect(searchBox).toBeFocused()
    await expect(screen.rows).toHaveCount(1)
    await searchBox.pressSequentially('after:yes')
    await searchBox.press('Enter')
    await expect(searchBox).toHaveValue(/^disk type:error after:\d{4}-\d\d-\d\d $/)
    await expect(screen.rows).toHaveCount(1)
    await searchBox.pressSequentially('is:')
    await searchBox.press('Escape')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expect(searchBox).toHaveAccessibleDescription(/is:.*needs a value/)
  })

  await test.step('what is found says how it can be narrowed', async () => {
    await searchBox.fill('disk ')
    await page
      .getByRole('group', { name: 'Narrow the search' })
      .getByRole('button', { name: 'code:503 1' })
      .click()
    await expect(searchBox).toHaveValue('disk code:503 ')
    await expect(searchBox).toBeFocused()
    await expect(screen.rows).toHaveCount(1)
  })

  await test.step('a search is kept under a name, with what it finds counted', async () => {
    await searchBox.fill('disk ')
    await expect(screen.rows).toHaveCount(3)
    await screen.button('Save this search').click()
    const name = page.getByRole('textbox', { name: 'Name of the search' })
    await expect(name).toHaveValue('Disk')
    await name.fill('Disks')
    await name.press('Enter')
    await expect(screen.filter('Disks')).toHaveAttribute(...isPressed)
    await expect(searchBox).toBeFocused()
    await expect(screen.filter('Disks')).toHaveAccessibleDescription('3 unread of 3')
    await screen.filter('All').click()
    await expect(searchBox).toHaveValue('')
    server.send(warning({ title: 'Another disk', id: 'n5' }))
    await expect(screen.filter('Disks')).toHaveAccessibleDescription('4 unread of 4')
    await screen.filter('Disks').click()
    await expect(searchBox).toHaveValue('disk')
    await expect(screen.rows).toHaveCount(4)
  })

  await test.step('it is renamed, deleted and brought back', async () => {
    await screen.filter('Disks').hover()
    await screen.choose('Actions for “Disks”', 'Rename')
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('All disks')
    await page.keyboard.press('Enter')
    await expect(screen.filter('All disks')).toBeFocused()
    await screen.choose('Actions for “All disks”', 'Delete')
    await expect(screen.filter('All disks')).toBeHidden()
    await expect(screen.button('Undo')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(screen.filter('All disks')).toBeVisible()
    await expect(searchBox).toBeFocused()
    await screen.filter('All').click()
  })

  await test.step('the views stand beside the list, and an open notification makes way for them', async () => {
    await screen.show('Connection')
    await expect(screen.activity).toBeVisible()
    await screen.open(screen.row('error', 'Disk failed'))
    await expect(screen.activity).toBeHidden()
    await screen.show('Connection')
    await expect(screen.activity).toBeVisible()
    await expect(screen.detail).toBeHidden()
  })

  const sidebar = page.getByRole('separator', { name: 'Width of the sidebar' })
  await test.step('panes are made wider by keys and by dragging', async () => {
    const widthOf = async (): Promise<number> => Number(await sidebar.getAttribute('aria-valuenow'))
    const before = await widthOf()
    await sidebar.press('ArrowRight')
    await expect.poll(widthOf).toBe(before + 16)
    const handle = page.getByRole('separator', { name: 'Width of the right pane' })
    const panelWidth = Number(await handle.getAttribute('aria-valuenow'))
    const box = await handle.boundingBox()
    if (box === null) throw new Error('The separator is not there.')
    await page.mouse.move(box.x + 4, box.y + 300)
    await page.mouse.down()
    await page.mouse.move(box.x - 46, box.y + 300)
    await page.mouse.up()
    await expect(handle).toHaveAttribute('aria-valuenow', String(panelWidth + 50))
    await sidebar.press('End')
  })

  await test.step('the next window looks the same', async () => {
    await screen.button('Sidebar').click()
    await expect(page.getByRole('navigation', { name: 'Filters' })).toBeHidden()
    await expect(page.getByRole('group', { name: 'Filter', exact: true })).toBeVisible()
    await app.closeWindow()
    await app.openWindow()
    await screen.page.setViewportSize({ width: 1_440, height: 900 })
    await expect(screen.activity).toBeVisible()
    await expect(screen.page.getByRole('group', { name: 'Filter', exact: true })).toBeVisible()
    await screen.button('Sidebar').click()
    const again = screen.page.getByRole('separator', { name: 'Width of the sidebar' })
    await expect(again).toHaveAttribute('aria-valuenow', /^34\d|35\d$/)
  })
})

test('in a narrow window a bar filters and a menu holds the searches', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  const { page, searchBox } = screen
  await page.setViewportSize({ width: 390, height: 800 })
  await fill(screen, server)
  await page.getByRole('button', { name: 'Error', exact: true }).click()
  await expect(screen.rows).toHaveCount(2)
  await searchBox.fill('disk')
  await expect(screen.rows).toHaveCount(1)
  await screen.button('Save this search').click()
  await page.keyboard.press('Enter')
  await expect(searchBox).toHaveValue('disk* type:error')
  await screen.button('Show all notifications').or(screen.button('Clear search')).click()
  await expect(screen.rows).toHaveCount(4)
  await screen.choose('Saved searches', 'Disk')
  await expect(searchBox).toHaveValue('disk* type:error')
  await expect(screen.rows).toHaveCount(1)
  await screen.choose('Actions for “Disk”', 'Delete')
  await expect(screen.button('Saved searches')).toBeHidden()
  await screen.button('Undo').click()
  await expect(screen.button('Saved searches')).toBeVisible()

  await test.step('the theme of last time is there before anything else', async () => {
    const settings = await screen.openSettings()
    await settings.getByText('Dark', { exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    // The window's own script does not come: what is left is what stands before it.
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})
