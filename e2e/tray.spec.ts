/** The tray icon's mark: there while something is unread, gone once all is read, whichever way. */
import { basename } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { HostTray } from './hosts/host.ts'
import { error, info } from './servers/wire-frames.ts'

/** The picture by its name alone, as every desktop has it. */
async function look(tray: HostTray | null): Promise<{ picture: string; tooltip: string }> {
  const { imagePath = '', tooltip = '' } = (await tray?.look()) ?? {}
  return { picture: basename(imagePath).replace(/(Template)?\.\w+$/, ''), tooltip }
}

test('an acknowledgement takes its toast away, and with the last one the mark', async ({
  start,
  server,
  needs,
}) => {
  needs('tray')
  const { screen, tray, toasts } = await start({ source: server.url })
  const onScreen = async () => (await toasts()).flatMap(({ title, isGone }) => (isGone ? [] : [title]))
  await screen.expectConnection('Connected')
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'connected', tooltip: 'Tocsin: Connected, 0 unread' })

  server.send(info({ title: 'One', id: 'n1' }))
  server.send(error({ title: 'Two', id: 'n2' }))
  await expect.poll(() => look(tray)).toEqual({ picture: 'unread', tooltip: 'Tocsin: Connected, 2 unread' })
  await screen.markAsRead(screen.row('info', 'One'))
  await expect.poll(onScreen).toEqual(['Two'])
  await expect.poll(() => look(tray)).toEqual({ picture: 'unread', tooltip: 'Tocsin: Connected, 1 unread' })
  await screen.markAsRead(screen.row('error', 'Two'))
  await expect.poll(onScreen).toEqual([])
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'connected', tooltip: 'Tocsin: Connected, 0 unread' })
})

test('what is deleted unread leaves no mark, and no toast', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray, toasts } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'One', id: 'n1' }))
  await expect.poll(async () => (await look(tray)).picture).toBe('unread')
  const detail = await screen.open(screen.row('info', 'One'))
  await detail.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(async () => (await look(tray)).picture).toBe('connected')
  await expect.poll(async () => (await toasts()).map(({ isGone }) => isGone)).toEqual([true])
  await screen.button('Undo').click()
  await expect.poll(async () => (await look(tray)).picture).toBe('unread')
})

test('a connection that is lost counts more than what is unread', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'One', id: 'n1' }))
  await expect.poll(async () => (await look(tray)).picture).toBe('unread')
  await tray?.choose('Disconnect')
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'disconnected', tooltip: 'Tocsin: Disconnected, 1 unread' })
})
