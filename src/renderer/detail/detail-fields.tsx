/** Every field of one notification, in words. What the server left out is not shown. */
import type { ReactNode } from 'react'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import { AcknowledgementMark } from '../acknowledgement/acknowledgement-mark.tsx'
import { typeFact } from '../notification-type/type-fact.ts'
import { typeWords } from '../notification-type/type-word.ts'
import { displayLine } from '../text/display-text.ts'
import { exactTime, machineTime } from '../time/exact-time.ts'

export function DetailFields({ notification }: { readonly notification: NotificationDetail }) {
  const { wireId, foreignType, timestamp, receivedAt, readAt } = notification
  const fact = typeFact(notification)
  return (
    <dl className="facts detail-fields">
      <Field name="Type">{typeWords[notification.type]}</Field>
      {foreignType !== null && <Field name="Server’s type">{quoted(foreignType)}</Field>}
      {fact !== null && <Field name={factNames[notification.type]}>{fact}</Field>}
      {notification.actionRequired === false && <Field name="Action">None required</Field>}
      <Field name="State">
        <AcknowledgementMark state={notification.acknowledgement} />
      </Field>
      <Field name="Received">
        <time dateTime={machineTime(receivedAt)}>{exactTime(receivedAt)}</time>
      </Field>
      {readAt !== null && (
        <Field name="Read">
          <time dateTime={machineTime(readAt)}>{exactTime(readAt)}</time>
        </Field>
      )}
      <Field name="Server’s time">{timestamp === null ? 'not given' : quoted(timestamp)}</Field>
      <Field name="Id">{wireId === null ? 'none: it can be marked as read here only' : quoted(wireId)}</Field>
    </dl>
  )
}

const factNames = { info: 'Priority', warning: 'Action', error: 'Failure', success: 'Result' } as const

/** What the server wrote, as it came: apart from the words around it. */
const quoted = (text: string): ReactNode => <bdi className="as-it-came">{displayLine(text, '(empty)')}</bdi>

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
