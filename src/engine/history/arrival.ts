/** What comes from a server and is to be stored, and what one transaction has stored of it. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import type { Gap } from '../../protocol/resumption.ts'
import type { MarkedGroup } from '../acknowledgements/marking.ts'
import type { Placed, ResumedLink } from '../resumption/resumed-link.ts'
import type { ToastFate } from '../toasts/toast-fate.ts'

export type NewNotification = {
  readonly notification: ParsedNotification
  readonly frame: string
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
}

export type NotificationArrival = {
  readonly kind: 'notification'
  readonly sourceAddress: string
  readonly arrived: NewNotification
  /** Absent: it is of no stream. */
  readonly placed?: Placed
}
/** The server confirmed an acknowledgement of this id. */
export type ConfirmationArrival = {
  readonly kind: 'confirmation'
  readonly sourceAddress: string
  readonly wireId: string
  readonly at: number
  /** Connections of one client hear of each other's acknowledgements. Absent: not that we know. */
  readonly isShared?: boolean
}
export type Arrival =
  | NotificationArrival
  | ConfirmationArrival
  /** A server goes on where we were. */
  | { readonly kind: 'begun'; readonly link: ResumedLink }
  /** Some of a stream are gone for good: they will not come. */
  | { readonly kind: 'expired'; readonly placed: Placed<Gap> }

/** Announced only now. */
export type StoredBatch = {
  readonly rows: readonly NotificationRow[]
  /** What was decided about each row's toast, in the same order. */
  readonly fates: readonly ToastFate[]
  /** Ids of acknowledgements that are confirmed now. */
  readonly confirmedIds: readonly number[]
  /** Rows that another connection of this client has acknowledged. */
  readonly readElsewhere: readonly MarkedGroup[]
  /** Connections on which something is missing: it comes again on the next one. */
  readonly broken: readonly ResumedLink[]
}
