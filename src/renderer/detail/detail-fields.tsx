/** Every field of one notification, in words. What the server left out is not shown. */
import type { ReactNode } from 'react'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import { AcknowledgementMark } from '../acknowledgement/acknowledgement-mark.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { typeFact } from '../notification-type/type-fact.ts'
import { typeWord } from '../notification-type/type-word.ts'
import { displayLine } from '../text/display-text.ts'
import { machineTime } from '../time/machine-time.ts'

export function DetailFields({ notification }: { readonly notification: NotificationDetail }) {
  const { wireId, foreignType, timestamp, receivedAt, readAt, type } = notification
  const i18n = useI18n()
  const { t, formats } = i18n
  const fact = typeFact(i18n, notification)
  const quoted = (text: string): ReactNode => <AsItCame text={text} />
  return (
    <dl className="facts detail-fields">
      <Field name={t('detail.field.type')}>{typeWord(i18n, type)}</Field>
      {foreignType !== null && <Field name={t('detail.field.foreign-type')}>{quoted(foreignType)}</Field>}
      {fact !== null && <Field name={t(factNames[type])}>{fact}</Field>}
      {notification.actionRequired === false && (
        <Field name={t('detail.field.action')}>{t('detail.no-action')}</Field>
      )}
      <Field name={t('detail.field.state')}>
        <AcknowledgementMark state={notification.acknowledgement} />
      </Field>
      <Field name={t('detail.field.received')}>
        <time dateTime={machineTime(receivedAt)}>{formats.exactTime(receivedAt)}</time>
      </Field>
      {readAt !== null && (
        <Field name={t('detail.field.read')}>
          <time dateTime={machineTime(readAt)}>{formats.exactTime(readAt)}</time>
        </Field>
      )}
      <Field name={t('detail.field.server-time')}>
        {timestamp === null ? t('detail.not-given') : quoted(timestamp)}
      </Field>
      <Field name={t('detail.field.id')}>{wireId === null ? t('detail.no-id') : quoted(wireId)}</Field>
    </dl>
  )
}

const factNames = {
  info: 'detail.field.priority',
  warning: 'detail.field.action',
  error: 'detail.field.failure',
  success: 'detail.field.result',
} as const

/** What the server wrote, as it came: apart from the words around it. */
function AsItCame({ text }: { readonly text: string }) {
  const { t } = useI18n()
  return <bdi className="as-it-came">{displayLine(text, t('detail.empty'))}</bdi>
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
