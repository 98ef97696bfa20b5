import { expect, it } from 'vitest'
import type { AnyEvent } from '../contract/events.ts'
import type { Toast } from '../contract/toast.ts'
import { inEnglish } from '../i18n/i18n-under-test.ts'
import { createPageToaster } from './page-toaster.ts'

const toast: Toast = {
  ...{ toastId: 'n-7', rowIds: [7], source: 'S', type: 'info', title: 'T', body: 'B' },
  ...{ isSilent: false, actions: ['open'] },
}

function setUp(pageCount: number) {
  const sent: AnyEvent[] = []
  const outcomes: unknown[] = []
  const toaster = createPageToaster({
    listener: { outcome: (toastId, reason) => outcomes.push([toastId, reason && inEnglish(reason)]) },
    send: (event) => sent.push(event),
    pageCount: () => pageCount,
  })
  return { sent, outcomes, toaster }
}

it('an open page is asked, also for a change, and it says itself what became of it', () => {
  const { sent, outcomes, toaster } = setUp(1)
  toaster.show(toast)
  toaster.update({ ...toast, title: 'T2' })
  expect(sent).toEqual([
    { name: 'toastRequested', data: toast },
    { name: 'toastRequested', data: { ...toast, title: 'T2' } },
  ])
  expect(outcomes).toEqual([])
})

it('without an open page nothing is shown, and the reason is told', () => {
  const { sent, outcomes, toaster } = setUp(0)
  toaster.show(toast)
  toaster.update(toast)
  expect(sent).toEqual([])
  const outcome = ['n-7', 'No page of Tocsin was open to show it.']
  expect(outcomes).toEqual([outcome, outcome])
})

it('what is withdrawn is withdrawn from every page', () => {
  const { sent, toaster } = setUp(1)
  toaster.withdraw(['n-7', 'digest'])
  expect(sent).toEqual([{ name: 'toastsWithdrawn', data: { toastIds: ['n-7', 'digest'] } }])
})
