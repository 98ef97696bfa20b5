/** Searching: found by words, beginnings and operators, marked, explained where it is wrong, and dropped for the next. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import type { ScriptedServer } from './servers/scripted-server.ts'
import { error, info, success, warning } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

async function fill(screen: TocsinWindow, server: ScriptedServer): Promise<void> {
  await screen.expectConnection('Connected')
  server.send(info({ title: 'Backup finished', message: 'Volume one is safe.', id: 'n1' }))
  server.send(warning({ title: 'Disk almost full', message: 'The backup may fail.', id: 'n2' }))
  server.send(
    error({ title: 'Größe überschritten', message: 'No <b>backup</b> \u202etoday\u202c.', id: 'n3' }),
  )
  server.send(success({ title: 'Report ready', message: 'Nothing else to say.', id: 'n4' }))
  await expect(screen.rows).toHaveCount(4)
}

const names = ({ rows }: TocsinWindow): Promise<(string | null)[]> =>
  rows.evaluateAll((articles) => articles.map((article) => article.getAttribute('aria-label')))

test('words are found in titles and messages, the newest first, and marked', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await fill(screen, server)
  await screen.searchBox.fill('backup ')
  await expect(screen.rows).toHaveCount(3)
  expect(await names(screen)).toEqual([
    'Error: Größe überschritten',
    'Warning: Disk almost full',
    'Info: Backup finished',
  ])
  expect(await screen.marks()).toEqual(['backup', 'backup', 'Backup'])
  await screen.searchBox.fill('grosse ')
  await expect(screen.rows).toHaveCount(1)
  expect(await screen.marks()).toEqual(['Größe'])

  await test.step('what arrives while searching is found, and what is not meant is not', async () => {
    await screen.searchBox.fill('backup ')
    await expect(screen.rows).toHaveCount(3)
    server.send(info({ title: 'Something else', id: 'n5' }))
    server.send(info({ title: 'Another backup', id: 'n6' }))
    await expect(screen.row('info', 'Another backup')).toBeVisible()
    await expect(screen.rows).toHaveCount(4)
  })
})

test('a search is typed, explained, helped with and narrowed', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await fill(screen, server)

  await test.step('the beginning of a word finds it while it is being typed', async () => {
    await screen.page.keyboard.press('/')
    await expect(screen.searchBox).toBeFocused()
    await screen.page.keyboard.type('rep')
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.row('success', 'Report ready')).toBeVisible()
    expect(await screen.marks()).toEqual(['Report'])
    await screen.page.keyboard.press('Escape')
    await expect(screen.searchBox).toHaveValue('')
    await expect(screen.rows).toHaveCount(4)
    expect(await screen.marks()).toEqual([])
  })

  await test.step('where nothing is found it says so, and how to go on', async () => {
    await screen.searchBox.fill('zebra')
    await expect(screen.searchBox).toHaveAccessibleDescription('Nothing found')
    await screen.button('Show all notifications').click()
    await expect(screen.rows).toHaveCount(4)
    await expect(screen.searchBox).toHaveValue('')
  })

  await test.step('a query that means nothing is explained where it stands', async () => {
    await screen.searchBox.fill('backup type:eror')
    await expect(screen.searchBox).toHaveAttribute('aria-invalid', 'true')
    await expect(screen.searchBox).toHaveAccessibleDescription(/type:.*error/)
    await expect(screen.page.locator('search mark')).toHaveText('type:eror')
    await expect(screen.page.getByText('This search is not understood')).toBeVisible()
    await screen.searchBox.fill('backup type:error')
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.searchBox).toHaveAttribute('aria-invalid', 'false')
  })

  await test.step('the operators can be found and put into the box', async () => {
    await screen.searchBox.fill('')
    await expect(screen.rows).toHaveCount(4)
    await screen.button('Search help').click()
    await screen.button('type:error').click()
    await expect(screen.searchBox).toHaveValue('type:error')
    await expect(screen.searchBox).toBeFocused()
    await expect(screen.rows).toHaveCount(1)
  })

  await test.step('operators and the buttons beside the box narrow what is found', async () => {
    await screen.searchBox.fill('')
    await expect(screen.rows).toHaveCount(4)
    await screen.searchBox.fill('type:error')
    await expect(screen.rows).toHaveCount(1)
    await screen.searchBox.fill('backup -disk')
    await expect(screen.rows).toHaveCount(2)
    await screen.searchBox.fill('"may fail"')
    await expect(screen.rows).toHaveCount(1)
    await screen.searchBox.fill('backup ')
    await expect(screen.rows).toHaveCount(3)
    await screen.filter('Warnings').click()
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.row('warning', 'Disk almost full')).toBeVisible()
    await screen.filter('Warnings').click()
    await screen.markAsRead(screen.row('info', 'Backup finished'))
    await expect(screen.row('info', 'Backup finished')).toContainText('Read, confirmed')
    await screen.searchBox.fill('backup is:unread')
    await expect(screen.rows).toHaveCount(2)
  })
})

test(
  'typing on shows what the last letters find, and nothing of the first',
  oneHost,
  async ({ start, server }) => {
    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    for (let count = 1; count <= 2_000; count += 1)
      server.send(info({ title: `Alpha ${count}`, message: 'alpaca alphabet', id: `n${count}` }))
    server.send(error({ title: 'Alphonse', id: 'last' }))
    await expect(screen.row('error', 'Alphonse')).toBeVisible()
    await screen.searchBox.pressSequentially('alphonse')
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.row('error', 'Alphonse')).toBeVisible()
    await expect(screen.searchBox).toHaveAccessibleDescription('1 found')
  },
)

test('older results are read as they are scrolled to', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  for (let count = 1; count <= 900; count += 1)
    server.send((count % 2 === 0 ? info : warning)({ title: `Number ${count}`, id: `n${count}` }))
  await expect(screen.row('info', 'Number 900')).toBeVisible()
  await screen.searchBox.fill('number type:info')
  await expect(screen.searchBox).toHaveAccessibleDescription('450 found')
  await screen.searchBox.press('ArrowDown')
  await expect(async () => {
    await screen.page.keyboard.press('End')
    await expect(screen.list.getByRole('article', { name: 'Info: Number 2', exact: true })).toBeFocused({
      timeout: 500,
    })
  }).toPass()
  await expect(screen.searchBox).toHaveAccessibleDescription('450 found')
})

test('what was found is exported', async ({ start, server, needs }) => {
  needs('http')
  const { screen } = await start({ source: server.url })
  await fill(screen, server)
  await screen.searchBox.fill('backup ')
  await expect(screen.rows).toHaveCount(3)
  await screen.button('Export these as CSV').click()
  const progress = screen.page.getByRole('region', { name: 'Progress' })
  await expect(progress).toContainText(/Exported 3 notifications to .*exports.*\.csv\./)
  await progress.getByRole('button', { name: 'Dismiss' }).click()
  await expect(progress.getByRole('button')).toHaveCount(0)
})
