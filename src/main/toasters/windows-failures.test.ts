import { describe, expect, it } from 'vitest'
import { worded } from '../../i18n/wording.ts'
import { explainWindowsFailure, noWindowsService, switchedOff } from './windows-failures.ts'

describe('why Windows shows no toast', () => {
  it.each([
    [
      'Notification failed - Settings prevent the notification from being delivered. (HRESULT: -2143420143)',
      switchedOff,
    ],
    ['WinAPI: Show failed, ERROR Notification failed - x (HRESULT: -2143420140)', switchedOff],
    [
      'Notification failed - The notification platform is unavailable. (HRESULT: -2143420155)',
      noWindowsService,
    ],
  ])('%s', (error, reason) => {
    expect(explainWindowsFailure(error)).toEqual({ reason, isForAll: true })
  })

  it.each([
    ['XML: Invalid XML, ERROR  (HRESULT: -1072896760)'],
    ['Notification failed - The size of the notification content is too large. (HRESULT: -2143420139)'],
    ['Creating ScopedHString failed'],
  ])('of one alone: %s', (error) => {
    expect(explainWindowsFailure(error)).toEqual({
      reason: worded('native-toasts.windows.failed', { error }),
      isForAll: false,
    })
  })
})
