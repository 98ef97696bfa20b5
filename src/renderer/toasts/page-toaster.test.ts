import { expect, test } from 'vitest'
import type { ContractClient } from '../../contract/client.ts'
import type { Toast } from '../../contract/events.ts'
import { createPageToaster, type ShownToast } from './page-toaster.ts'

const toast = (rowId: number): Toast => ({ rowId, type: 'info', title: 'Title', body: 'Body' })

function toasterUnderTest() {
  const listeners = new Map<string, (data: unknown) => void>()
  const failed: unknown[] = []
  const client: Pick<ContractClient, 'on' | 'call'> = {
    call(name, input) {
      failed.push([name, input])
      return Promise.reject(new Error('closed'))
    },
    on(name, listener) {
      listeners.set(name, listener as (data: unknown) => void) // the test sends what the event's schema says
      return () => listeners.delete(name)
    },
  }
  const shown = new Map<number, ShownToast>()
  const closed: number[] = []
  const opened: number[] = []
  const end = createPageToaster({
    client,
    show({ rowId }) {
      if (rowId === 13) return null
      const made: ShownToast = { close: () => closed.push(rowId), onclick: null, onclose: null }
      shown.set(rowId, made)
      return made
    },
    open: (rowId) => opened.push(rowId),
  })
  const tell = (name: string, data: unknown): void => listeners.get(name)?.(data)
  return { tell, shown, failed, closed, opened, end, listeners }
}

test('a click on a toast closes it and opens its notification', () => {
  const { tell, shown, closed, opened } = toasterUnderTest()
  tell('toastRequested', toast(7))
  shown.get(7)?.onclick?.(new Event('click'))
  expect(opened).toEqual([7])
  expect(closed).toEqual([7])
})

test('toasts of what was read elsewhere are closed, the others stay', () => {
  const { tell, closed } = toasterUnderTest()
  tell('toastRequested', toast(1))
  tell('toastRequested', toast(2))
  tell('toastsWithdrawn', { rowIds: [2, 99] })
  expect(closed).toEqual([2])
})

test('a toast that the browser does not allow is reported, with what to do', () => {
  const { tell, failed } = toasterUnderTest()
  tell('toastRequested', toast(12))
  tell('toastRequested', toast(13))
  expect(failed).toEqual([
    ['noteToastFailed', { rowId: 13, reason: expect.stringContaining('allow notifications') }],
  ])
})

test('its end leaves no listener', () => {
  const { end, listeners } = toasterUnderTest()
  end()
  expect(listeners.size).toBe(0)
})
