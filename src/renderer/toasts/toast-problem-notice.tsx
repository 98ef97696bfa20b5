/** Why no toast can be shown, and what to do about it. The permission of a page is `toast-permission-notice.tsx`. */
import { BellOff } from 'lucide-react'
import { Notice } from '../notices/notice.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'

export function ToastProblemNotice() {
  const problem = useWindowState(({ engine }) =>
    engine?.settings.toasts === true ? engine.toasts.problem : null,
  )
  if (problem === null) return null
  return (
    <Notice tone="warning" icon={BellOff} isAlert={true}>
      {displayLine(problem)}
    </Notice>
  )
}
