import { expect, test } from 'vitest'
import type { ContractClient } from '../../contract/client.ts'
import type { Toast } from '../../contract/toast.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { createPageToaster, type ShownToast } from './page-toaster.ts'

const toast = (toastId: string): Toast => ({
  ...{
    toastId,
    rowIds: [1],
    source: 'S',
    type: 'info',
    title: 'Title',
    body: 'Body',
    isSilent: false,
    actions: [],
  },
})

function toasterUnderTest() {
  const listeners = new Map<string, (data: unknown) => void>()
  const calls: unknown[] = []
  const client: Pick<ContractClient, 'on' | 'call'> = {
    call(name, input) {
      calls.push([name, input])
      return Promise.reject(new Error('closed'))
    },
    on(name, listener) {
      listeners.set(name, listener as (data: unknown) => void) // the test sends what the event's schema says
      return () => listeners.delete(name)
    },
  }
  const shown: ShownToast[] = []
  const closed: string[] = []
  let focusCount = 0
  const end = createPageToaster({
    client,
    i18n: () => english,
    show({ toastId }) {
      if (toastId === 'forbidden') return null
      const made: ShownToast = {
        ...{ close: () => closed.push(toastId), onshow: null, onerror: null, onclick: null, onclose: null },
      }
      shown.push(made)
      return made
    },
    focusPage() {
      focusCount += 1
    },
  })
  const tell = (name: string, data: unknown): void => listeners.get(name)?.(data)
  return { tell, shown, calls, closed, end, listeners, focusCount: () => focusCount }
}

test('a click on a toast closes it, brings the page to the front and tells the engine', () => {
  const { tell, shown, closed, calls, focusCount } = toasterUnderTest()
  tell('toastRequested', toast('n-7'))
  shown[0]?.onclick?.(new Event('click'))
  expect(calls).toEqual([['noteToastActivated', { toastId: 'n-7', action: 'open' }]])
  expect(closed).toEqual(['n-7'])
  expect(focusCount()).toBe(1)
})

test('toasts of what was read elsewhere are closed, the others stay', () => {
  const { tell, closed } = toasterUnderTest()
  tell('toastRequested', toast('n-1'))
  tell('toastRequested', toast('n-2'))
  tell('toastsWithdrawn', { toastIds: ['n-2', 'n-99'] })
  expect(closed).toEqual(['n-2'])
})

test('a toast that took the place of another is withdrawn, though the other was closed by that', () => {
  const { tell, shown, closed } = toasterUnderTest()
  tell('toastRequested', toast('digest'))
  tell('toastRequested', toast('digest'))
  shown[0]?.onclose?.(new Event('close'))
  tell('toastsWithdrawn', { toastIds: ['digest'] })
  expect(closed).toEqual(['digest'])
})

test('what became of a toast is told: shown, not shown, not allowed with what to do', () => {
  const { tell, shown, calls } = toasterUnderTest()
  tell('toastRequested', toast('n-1'))
  expect(calls).toEqual([])
  shown[0]?.onshow?.(new Event('show'))
  tell('toastRequested', toast('n-2'))
  shown[1]?.onerror?.(new Event('error'))
  tell('toastRequested', toast('forbidden'))
  expect(calls).toEqual([
    ['noteToastOutcome', { toastId: 'n-1', reason: null }],
    ['noteToastOutcome', { toastId: 'n-2', reason: expect.stringContaining('did not show') }],
    ['noteToastOutcome', { toastId: 'forbidden', reason: expect.stringContaining('allow notifications') }],
  ])
})

test('its end leaves no listener', () => {
  const { end, listeners } = toasterUnderTest()
  end()
  expect(listeners.size).toBe(0)
})
