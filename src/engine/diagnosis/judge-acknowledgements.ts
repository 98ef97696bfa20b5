/** How the server takes acknowledgements, by those that were really sent: none is made up for it. Pure. */
import { worded } from '../../i18n/wording.ts'
import type { AcknowledgementRecord } from '../acknowledgements/acknowledgement-record.ts'
import { doubtful, type Finding, good, unknown } from './finding.ts'
import { howLong } from './how-long.ts'

/** Three times 10 s are tried on one connection; in this time a confirmation may still come. */
const underWayMs = 30_000

export function judgeAcknowledgements(record: AcknowledgementRecord, isLive: boolean, now: number): Finding {
  const { waitingCount, oldestWaitingAt, lastConfirmedAt, unconfirmedCount } = record
  const detail = `waiting: ${waitingCount}, confirmed lately: ${record.confirmedCount}, not confirmed lately: ${unconfirmedCount}`
  if (waitingCount > 0 && !isLive) {
    return doubtful(worded('engine-diagnosis.acknowledgement.offline', { count: waitingCount }), detail)
  }
  if (oldestWaitingAt !== null && now - oldestWaitingAt > underWayMs) {
    const values = { count: waitingCount, span: howLong(now - oldestWaitingAt) }
    return doubtful(worded('engine-diagnosis.acknowledgement.waiting', values), detail)
  }
  if (lastConfirmedAt !== null) {
    const which = unconfirmedCount === 0 ? 'confirmed' : 'confirmed.some'
    const span = howLong(now - lastConfirmedAt)
    return good(worded(`engine-diagnosis.acknowledgement.${which}`, { span }), detail)
  }
  if (unconfirmedCount > 0) return doubtful(worded('engine-diagnosis.acknowledgement.unconfirmed'), detail)
  return unknown(
    worded(`engine-diagnosis.acknowledgement.${waitingCount > 0 ? 'under-way' : 'none'}`),
    detail,
  )
}
