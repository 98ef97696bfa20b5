/** Carries out what may fail on a full disk, and logs it: it is no reason for an exception in a socket's or a click's handler. */
import { worded } from '../i18n/wording.ts'
import type { LogActivity } from './activity/activity-log.ts'
import { describeFault } from './describe-fault.ts'

export const createGuard =
  (log: LogActivity) =>
  (note: () => void): void => {
    try {
      note()
    } catch (fault) {
      log('storage', 'error', worded('engine-activity.not-noted', { cause: describeFault(fault) }))
    }
  }
