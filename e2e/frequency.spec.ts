/** The frequency: chosen by slider or tray, told to the server, and shown by both alike. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { HostTray } from './hosts/host.ts'
import { oneHost } from './one-host.ts'
import { startBuiltServer } from './servers/built-server.ts'
import { meanGapMs, startRecordingRelay } from './servers/recording-relay.ts'

const checkedInTray = async (tray: HostTray | null): Promise<readonly string[]> => {
  const look = await tray?.look()
  const frequencies = look?.items.find((item) => item.label === 'Frequency')?.items ?? []
  return frequencies.filter((item) => item.isChecked).map((item) => item.label)
}

test('the slider tells the server', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await expect.poll(() => server.frequencies).toEqual([5])

  await screen.frequency.fill('12.5')
  await expect(screen.frequency).toHaveAttribute('aria-valuetext', 'every 12.5 seconds')
  await expect.poll(() => server.frequencies).toEqual([5, 12.5])
  await screen.show('Connection')
  await expect(screen.activity).toContainText('Frequency set to 12.5 seconds')
  expect(server.connectionCount).toBe(1)
})

test('the tray tells the server, and slider and tray follow each other', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await expect.poll(() => checkedInTray(tray)).toEqual(['Every 5 seconds'])

  await tray?.choose('Frequency', 'Every 3 seconds')
  await expect.poll(() => server.frequencies).toEqual([5, 3])
  await expect(screen.frequency).toHaveValue('3')
  await expect.poll(() => checkedInTray(tray)).toEqual(['Every 3 seconds'])

  await screen.frequency.fill('7.5')
  await expect.poll(() => server.frequencies).toEqual([5, 3, 7.5])
  await expect.poll(() => checkedInTray(tray)).toEqual(['Every 7.5 seconds'])
})

test('the frequency is remembered', async ({ start, server }) => {
  const first = await start({ source: server.url })
  await first.screen.frequency.fill('20')
  await expect.poll(() => server.frequencies.at(-1)).toBe(20)
  await first.stop()
  const { screen } = await start({ source: server.url })
  await expect(screen.frequency).toHaveValue('20')
  await expect.poll(() => server.frequencies).toEqual([5, 20, 20])
})

test(
  'a server that ignores the change is told again in the window of a new connection',
  oneHost,
  async ({ start, server }) => {
    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    server.isAnswering = false
    await screen.frequency.fill('2')
    await expect.poll(() => server.frequencies).toEqual([5, 2, 2])
    expect(server.connectionCount).toBe(2)
    await screen.expectConnection('Connected')
  },
)

test(
  'our own server keeps to it: what comes every 3 seconds comes slower than every second',
  oneHost,
  async ({ start }) => {
    const server = await startBuiltServer()
    const relay = await startRecordingRelay(server.url)
    try {
      const { screen } = await start({ source: relay.url, flags: ['--frequency', '1'] })
      await expect.poll(() => relay.marks.length).toBeGreaterThan(3)
      const fastMs = meanGapMs(relay.marks)

      await screen.frequency.fill('3')
      await expect.poll(() => relay.frequency).toBe('3.0')
      await expect.poll(() => relay.marks.length, { timeout: 30_000 }).toBeGreaterThan(2)
      expect(meanGapMs(relay.marks) / fastMs).toBeGreaterThan(1.7)
    } finally {
      await relay.close()
      await server.stop()
    }
  },
)
