/** A toast: what a host is asked to show, and what can be done with it. */
import Type, { type Static } from 'typebox'
import { notificationTypes } from '../protocol/notification-type.ts'
import { RowId } from './notification-row.ts'

/** What a click on a toast, or on one of its buttons, asks for. */
export const toastActions = ['open', 'mark-as-read'] as const
export const ToastActionSchema = Type.Enum([...toastActions])
export type ToastAction = (typeof toastActions)[number]

/** A toast names at most so many rows; a digest of more offers no *Mark as read*. */
export const toastRowLimit = 1_000

export const ToastId = Type.String({ minLength: 1, maxLength: 100 })

export const ToastSchema = Type.Object({
  /** Its name: another toast of the same name takes its place. `n-7` is the toast of row 7 alone. */
  toastId: ToastId,
  /** What it stands for, the newest first. */
  rowIds: Type.Array(RowId, { minItems: 1, maxItems: toastRowLimit }),
  /** The name of its source: desktops that group toasts group them by it. */
  source: Type.String(),
  type: Type.Enum([...notificationTypes]),
  title: Type.String(),
  body: Type.String(),
  /** No sound. */
  isSilent: Type.Boolean(),
  /** Its buttons, in order; a click on the toast itself is `open`. */
  actions: Type.Array(ToastActionSchema),
})
/** Texts are cut, on one line each, and free of control characters; they are text and no markup. */
export type Toast = Static<typeof ToastSchema>

export const ToastsViewSchema = Type.Object({
  /** Why no toast can be shown, and what to do about it: sentences for people. Null while all is well. */
  problem: Type.Union([Type.String(), Type.Null()]),
})
export type ToastsView = Static<typeof ToastsViewSchema>

/** The way of a test notification, in this order; it ends where one fails. */
export const testSteps = ['received', 'stored', 'decided', 'handed-over', 'shown'] as const
export const TestReportSchema = Type.Object({
  rowId: Type.Union([RowId, Type.Null()]),
  steps: Type.Array(
    Type.Object({
      step: Type.Enum([...testSteps]),
      isOk: Type.Boolean(),
      /** A sentence for people: what was found, and what to do where it is not well. */
      text: Type.String(),
    }),
  ),
})
export type TestReport = Static<typeof TestReportSchema>
