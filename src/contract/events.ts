/** What a window is told: one map, each event with the schema of its data. */
import Type, { type Static, type TSchema } from 'typebox'
import { DiagnosisStepSchema } from './diagnosis.ts'
import { RowId } from './notification-row.ts'
import { SearchQuery } from './search.ts'
import { ChangeSchema } from './snapshot.ts'
import { ToastId, ToastSchema } from './toast.ts'

export const events = {
  /** Numbered from the snapshot's revision upwards, one by one: a gap means asking for the snapshot again. */
  stateChanged: Type.Object({
    runId: Type.String(),
    revision: Type.Integer({ minimum: 1 }),
    changes: Type.Array(ChangeSchema),
  }),
  /** Somebody clicked a toast or a tray entry: show this notification. */
  notificationOpened: Type.Object({ rowId: RowId }),
  /** Somebody clicked a digest, or followed a link: show what this finds. */
  searchOpened: Type.Object({ query: SearchQuery }),
  /** Somebody chose the settings in the tray: show them. */
  settingsOpened: Type.Object({}),
  /** Shown by the page where it may; the page says by `noteToastOutcome` what became of it. */
  toastRequested: ToastSchema,
  /** A step of the diagnosis under way has ended. */
  diagnosisProgressed: DiagnosisStepSchema,
  toastsWithdrawn: Type.Object({ toastIds: Type.Array(ToastId) }),
} as const satisfies Readonly<Record<string, TSchema>>

export type Events = typeof events
export type EventName = keyof Events
export type EventData<Name extends EventName> = Static<Events[Name]>
export type AnyEvent = {
  [Name in EventName]: { readonly name: Name; readonly data: EventData<Name> }
}[EventName]
