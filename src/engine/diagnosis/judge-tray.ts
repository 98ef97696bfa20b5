/** Whether there is an icon in the tray. Pure. */
import type { Capabilities } from '../../contract/snapshot.ts'
import { worded } from '../../i18n/wording.ts'
import { doubtful, type Finding, good, unknown } from './finding.ts'

export function judgeTray({
  host,
  platform,
  hasTray,
}: Pick<Capabilities, 'host' | 'platform' | 'hasTray'>): Finding {
  if (hasTray) return good(worded('engine-diagnosis.tray.good'))
  if (host === 'browser') return unknown(worded('engine-diagnosis.tray.browser'))
  return doubtful(
    worded(platform === 'linux' ? 'engine-diagnosis.tray.none.linux' : 'engine-diagnosis.tray.none'),
  )
}
