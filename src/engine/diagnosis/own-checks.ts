/** The looks at this computer: what was acknowledged, the disk, toasts, the tray. */

import type { Capabilities } from '../../contract/snapshot.ts'
import { worded } from '../../i18n/wording.ts'
import type { AcknowledgementRecord } from '../acknowledgements/acknowledgement-record.ts'
import type { Check } from './check.ts'
import { bad } from './finding.ts'
import { judgeAcknowledgements } from './judge-acknowledgements.ts'
import { judgeToasts, type ToastFacts } from './judge-toasts.ts'
import { judgeTray } from './judge-tray.ts'
import { type StorageFacts, tryStorage } from './try-storage.ts'

export type OwnFacts = {
  readonly capabilities: Capabilities
  /** Milliseconds since the epoch. */
  now(): number
  /** Of the source in use. */
  acknowledgements(): AcknowledgementRecord
  isLive(): boolean
  storage(): Omit<StorageFacts, 'now'>
  toasts(): Omit<ToastFacts, 'capabilities'>
}

export function createOwnChecks(facts: OwnFacts): readonly Check[] {
  const { capabilities, now } = facts
  const own = {
    isOnTheWay: false,
    applies: () => true,
    late: () => bad(worded('engine-diagnosis.storage.late')),
  } as const
  return [
    {
      ...own,
      check: 'acknowledgement',
      look: () => judgeAcknowledgements(facts.acknowledgements(), facts.isLive(), now()),
    },
    { ...own, check: 'storage', look: () => tryStorage({ ...facts.storage(), now: now() }) },
    { ...own, check: 'toast', look: () => judgeToasts({ capabilities, ...facts.toasts() }) },
    { ...own, check: 'tray', look: () => judgeTray(capabilities) },
  ]
}
