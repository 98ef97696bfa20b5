/** What a window is told: one map, each event with the schema of its data. */
import Type, { type Static, type TSchema } from 'typebox'
import { notificationTypes } from '../protocol/notification-type.ts'
import { RowId } from './notification-row.ts'
import { ChangeSchema } from './snapshot.ts'

export const ToastSchema = Type.Object({
  rowId: RowId,
  type: Type.Enum([...notificationTypes]),
  title: Type.String(),
  body: Type.String(),
})
/** A toast to show, its texts cut and free of control characters. */
export type Toast = Static<typeof ToastSchema>

export const events = {
  /** Numbered from the snapshot's revision upwards, one by one: a gap means asking for the snapshot again. */
  stateChanged: Type.Object({
    runId: Type.String(),
    revision: Type.Integer({ minimum: 1 }),
    changes: Type.Array(ChangeSchema),
  }),
  /** Somebody clicked a toast or a tray entry: show this notification. */
  notificationOpened: Type.Object({ rowId: RowId }),
  /** Only where `capabilities.toasts` is `page`. */
  toastRequested: ToastSchema,
  /** Only where `capabilities.toasts` is `page`: these notifications were read. */
  toastsWithdrawn: Type.Object({ rowIds: Type.Array(RowId) }),
} as const satisfies Readonly<Record<string, TSchema>>

export type Events = typeof events
export type EventName = keyof Events
export type EventData<Name extends EventName> = Static<Events[Name]>
export type AnyEvent = {
  [Name in EventName]: { readonly name: Name; readonly data: EventData<Name> }
}[EventName]

export function isEventName(value: unknown): value is EventName {
  return typeof value === 'string' && Object.hasOwn(events, value)
}
