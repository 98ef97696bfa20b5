/** What follows once the history has changed: windows, toasts, the server and the index are told. */
import type { AcknowledgementState } from '../contract/notification-row.ts'
import type { AcknowledgementProgress } from './acknowledgements/acknowledgement-progress.ts'
import type { MarkedGroup } from './acknowledgements/marking.ts'
import type { ReadMarker } from './acknowledgements/read-marker.ts'
import type { Sender } from './acknowledgements/sender.ts'
import type { Announcements } from './announcements.ts'
import type { ConnectionWork } from './create-connection-work.ts'
import type { HistoryWork } from './create-history-work.ts'
import type { ToastWork } from './create-toast-work.ts'
import type { StoredBatch } from './history/arrival.ts'

export type FollowUpsDeps = {
  readonly announce: Announcements
  readonly alerts: Pick<ToastWork, 'stored'>
  readonly work: Pick<HistoryWork, 'slices' | 'stored'>
  readonly progress: Pick<AcknowledgementProgress, 'changed'>
  readonly readMarker: Pick<ReadMarker, 'slice'>
  sender(): Sender
  broke: ConnectionWork['broke']
}

export type FollowUps = {
  stored(batch: StoredBatch): void
  acknowledged(ids: readonly number[], state: AcknowledgementState): void
  /** Some are read, and their like may follow in slices. */
  read(groups: readonly MarkedGroup[]): void
  allRead(upToRowId: number, readAt: number): void
  /** Until nothing is left to mark. */
  markInSlices(): void
}

export function createFollowUps({ announce, alerts, work, progress, ...deps }: FollowUpsDeps): FollowUps {
  function acknowledged(ids: readonly number[], state: AcknowledgementState): void {
    announce.acknowledgements(ids, state)
    progress.changed()
  }

  function marked(groups: readonly MarkedGroup[]): void {
    announce.read(groups)
    deps.sender().kick()
    progress.changed()
  }

  function markInSlices(): void {
    work.slices.run(() => {
      const groups = deps.readMarker.slice()
      if (groups !== null) marked(groups)
      return groups !== null
    })
  }

  function read(groups: readonly MarkedGroup[]): void {
    marked(groups)
    markInSlices()
  }

  return {
    ...{ acknowledged, read, markInSlices },
    allRead(upToRowId, readAt) {
      announce.allRead(upToRowId, readAt)
      markInSlices()
    },
    stored(batch) {
      const { rows, confirmedIds, readElsewhere, broken } = batch
      if (rows.length > 0) {
        alerts.stored(batch)
        announce.arrived(batch)
        work.stored(rows.length)
      }
      if (confirmedIds.length > 0) {
        acknowledged(confirmedIds, 'confirmed')
        deps.sender().confirmed(confirmedIds)
      }
      if (readElsewhere.length > 0) read(readElsewhere)
      deps.broke(broken)
    },
  }
}
