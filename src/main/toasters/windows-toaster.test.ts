/** What the stand-in cannot be: a Windows without its service. The rest is in e2e/stand-in/windows-toaster.spec.ts. */
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { Toast } from '../../contract/toast.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import type { LiveNotification } from './held-notifications.ts'
import { noWindowsService } from './windows-failures.ts'
import { createWindowsToaster, type WindowsToasterDeps } from './windows-toaster.ts'

function setUp(resources: string) {
  const state = { isSupported: false, made: [] as unknown[], shown: () => {} }
  class Fake {
    constructor(options: unknown) {
      state.made.push(options)
    }
    static isSupported = () => state.isSupported
    static handleActivation = () => {}
    on(event: string, listener: () => void) {
      if (event === 'show') state.shown = listener
      return this
    }
    show() {}
    close() {}
  }
  const heard: unknown[] = []
  const clock = createManualClock()
  const toaster = createWindowsToaster({
    ...{ clock, resources, i18n: () => english },
    Notification: Fake as unknown as WindowsToasterDeps['Notification'] & (new () => LiveNotification), // all that is called
    listener: {
      outcome: (...what) => heard.push(what),
      problem: (problem) => heard.push(problem),
      ...{ activated: () => {}, dismissed: () => {}, systemDoNotDisturb: () => {} },
    },
  })
  return { toaster, state, heard, clock }
}

const toast: Toast = {
  ...{ toastId: 'n-7', rowIds: [7], source: 'S', type: 'error', title: 'x', body: '' },
  ...{ isSilent: false, actions: [] },
}

describe('a Windows without its notification service', () => {
  it('is said, once, and each toast is answered for; it is asked again each time', async () => {
    const { toaster, state, heard, clock } = setUp('r')
    toaster.show(toast)
    expect(heard).toEqual([])
    await Promise.resolve()
    expect(heard).toEqual([noWindowsService, ['n-7', noWindowsService]])
    state.isSupported = true
    toaster.show(toast)
    state.shown()
    clock.advance(1_000)
    expect(heard.slice(2)).toEqual([['n-7', null], null])
  })
})

describe('packaged', () => {
  it('the picture is looked for where Windows can read it', () => {
    const { toaster, state } = setUp('/opt/tocsin/app.asar/resources')
    state.isSupported = true
    toaster.show(toast)
    expect(JSON.stringify(state.made)).toContain('/opt/tocsin/app.asar.unpacked/resources/types/error.png')
  })
})
