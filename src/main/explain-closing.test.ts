import { join } from 'node:path'
import type { MessageBoxOptions } from 'electron'
import { expect, it } from 'vitest'
import { english, german } from '../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type ExplainClosingDeps, explainClosing } from './explain-closing.ts'
import { createWindowMemory } from './window-memory.ts'

function setUp(overrides: Partial<ExplainClosingDeps> = {}) {
  const shown: MessageBoxOptions[] = []
  const answer = Promise.withResolvers<number>()
  let quitCount = 0
  const deps: ExplainClosingDeps = {
    dialog: {
      async showMessageBox(...args: unknown[]) {
        shown.push(args.at(-1) as MessageBoxOptions) // the last argument of either form
        return { response: await answer.promise, checkboxChecked: false }
      },
    },
    memory: createWindowMemory(join(temporaryFolder(), 'window.json'), () => {}),
    i18n: () => english,
    hasTray: () => true,
    isQuitting: () => false,
    quit: () => {
      quitCount += 1
    },
    ...overrides,
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { deps, shown, answer, settle, quits: () => quitCount }
}

it('closing is explained in the language of now', () => {
  const { deps, shown } = setUp({ i18n: () => german })
  explainClosing(deps)
  expect(shown[0]).toMatchObject({
    message: 'Tocsin läuft weiter',
    buttons: ['Weiterlaufen lassen', 'Beenden'],
  })
})

it('the first closing is explained, and no later one', async () => {
  const { deps, shown, answer, settle, quits } = setUp()
  explainClosing(deps)
  explainClosing(deps)
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({
    detail: expect.stringContaining('in the tray'),
    buttons: ['Keep running', 'Quit'],
  })
  answer.resolve(0)
  await settle()
  expect(quits()).toBe(0)
})

it('where there is no tray, the words say how to come back', () => {
  const { deps, shown } = setUp({ hasTray: () => false })
  explainClosing(deps)
  expect(shown[0]?.detail).toBe(
    'Tocsin keeps running without a window. Start it again to open it; Settings has Quit.',
  )
})

it('its second button quits', async () => {
  const { deps, answer, settle, quits } = setUp()
  explainClosing(deps)
  answer.resolve(1)
  await settle()
  expect(quits()).toBe(1)
})

it('its second button comes too late for a quit', async () => {
  const { deps, answer, settle, quits } = setUp({ isQuitting: () => true })
  explainClosing(deps)
  answer.resolve(1)
  await settle()
  expect(quits()).toBe(0)
})
