/** The stand-in itself: what it must share with Electron, so that what passes here passes there. */
import { expect, type Page } from '@playwright/test'
import { test } from '../fixtures.ts'
import { world } from './desktop/window-page.ts'

/** Calls what the preload has exposed. */
const invoke = (page: Page, command: string, input: unknown): Promise<unknown> =>
  page.evaluate(([name, given]) => Reflect.get(window, 'tocsin').invoke(name, given), [
    command,
    input,
  ] as const)

test('the contract answers over IPC, and refuses in words', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  expect(await invoke(screen.page, 'getSnapshot', {})).toMatchObject({ ok: true })
  expect(await invoke(screen.page, 'eraseEverything', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown-command' },
  })
  expect(await invoke(screen.page, 'changeSettings', { frequencySeconds: 31 })).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  })
  expect(server.frequencies).toEqual([5])
})

test('a frame inside the window is refused, even where it finds the way', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const answer = await screen.page.evaluate(async (binding) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const reach = Reflect.get(frame.contentWindow ?? {}, binding) as (
      channel: string,
      args: readonly unknown[],
    ) => Promise<unknown> // the stand-in's own wire
    return reach('tocsin:invoke', ['disconnect', {}])
  }, world.binding)
  expect(answer).toMatchObject({ result: { ok: false, error: { code: 'unavailable' } } })
  await screen.expectConnection('Connected')
})

test('what cannot be cloned is not sent, and unknown channels are named', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const failures = await screen.page.evaluate(async (binding) => {
    const api = Reflect.get(window, 'tocsin')
    const message = (error: unknown): string => String((error as Error).message) // what rejects here is an Error
    return {
      clone: await api.invoke('getSnapshot', { it: () => 1 }).catch(message),
      channel: await Reflect.get(window, binding)('no-such-channel', []),
      isFrozen: Object.isFrozen(api) && Object.keys(api).toSorted().join(),
    }
  }, world.binding)
  expect(failures).toEqual({
    clone: 'An object could not be cloned.',
    channel: { error: "Error: No handler registered for 'no-such-channel'" },
    isFrozen: 'invoke,subscribe',
  })
})

test('a command line that cannot be used ends the app with code 2', async ({ host, dataDir }) => {
  const ended = await host.startAgain({ dataDir, flags: ['--frequency', '31'] })
  expect(ended.exitCode).toBe(2)
  expect(ended.lines.join('\n')).toContain('--frequency is a number of seconds from 1 to 30')
})
