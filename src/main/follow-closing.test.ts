import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { english } from '../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { followClosing } from './follow-closing.ts'
import { createWindowMemory } from './window-memory.ts'

function setUp({ keepsRunning = true, explains = true, isQuitting = false } = {}) {
  const app = new EventEmitter()
  const did: string[] = []
  const memory = createWindowMemory(join(temporaryFolder(), 'window.json'), () => {})
  const closed = followClosing({
    app: app as unknown as App, // listened to alone
    dialog: {
      showMessageBox() {
        did.push('explained')
        return new Promise(() => {})
      },
    },
    ...{ memory, explains, hasTray: () => true, i18n: () => english },
    ...{ keepsRunning: () => keepsRunning, isQuitting: () => isQuitting },
    quit: () => did.push('quit'),
  })
  return { app, did, memory, closed }
}

it('of the two settings, one quits and one goes on, explained where people would not expect it', () => {
  const [quits, goesOn, silently] = [
    setUp({ keepsRunning: false }),
    setUp(),
    setUp({ keepsRunning: true, explains: false }),
  ]
  for (const { closed } of [quits, goesOn, silently]) closed()
  expect([quits.did, goesOn.did, silently.did]).toEqual([['quit'], ['explained'], []])
})

it('also where nothing is explained, closing quits if it is to', () => {
  const { closed, did } = setUp({ keepsRunning: false, explains: false })
  closed()
  expect(did).toEqual(['quit'])
})

it.each([true, false])(
  'a window that crashed is the end of nothing (goes on when closed: %s)',
  (keepsRunning) => {
    const { app, did } = setUp({ keepsRunning })
    // Electron quits by itself where nobody listens to it.
    expect(app.emit('window-all-closed')).toBe(true)
    expect(did).toEqual([])
  },
)

it('a quit closes the window too: nothing is explained, and the explanation is kept for a real closing', () => {
  const { closed, did, memory } = setUp({ isQuitting: true })
  closed()
  expect(did).toEqual([])
  expect(memory.value.hasExplainedClosing).toBe(false)
})
