/** Whether a toast would be shown now, by what is known. Pure; no toast is shown for it: the window has a test for that. */
import type { DoNotDisturbView } from '../../contract/do-not-disturb.ts'
import type { Settings } from '../../contract/settings-table.ts'
import type { Capabilities } from '../../contract/snapshot.ts'
import type { ToastsView } from '../../contract/toast.ts'
import { worded } from '../../i18n/wording.ts'
import { bad, doubtful, type Finding, good, unknown } from './finding.ts'

export type ToastFacts = {
  readonly capabilities: Pick<Capabilities, 'host' | 'platform' | 'toasts'>
  readonly settings: Pick<Settings, 'toasts'>
  readonly view: ToastsView
  readonly doNotDisturb: DoNotDisturbView
}

export function judgeToasts({ capabilities, settings, view, doNotDisturb }: ToastFacts): Finding {
  const detail = `${capabilities.toasts} toasts, host ${capabilities.host} on ${capabilities.platform}`
  if (view.problem !== null) return bad(view.problem, detail)
  if (!settings.toasts) return doubtful(worded('engine-diagnosis.toast.off'), detail)
  if (doNotDisturb !== null) return doubtful(worded(`engine-diagnosis.toast.${doNotDisturb.reason}`), detail)
  return capabilities.toasts === 'page'
    ? unknown(worded('engine-diagnosis.toast.page'), detail)
    : good(worded('engine-diagnosis.toast.good'), detail)
}
