/** What one row shows. Renders again only when its own notification changed. */
import { Check, Pin } from 'lucide-react'
import { memo } from 'react'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Range } from '../../contract/search.ts'
import { AcknowledgementMark } from '../acknowledgement/acknowledgement-mark.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { typeFact } from '../notification-type/type-fact.ts'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { typeWord } from '../notification-type/type-word.ts'
import { SnoozeMark } from '../snooze/snooze-mark.tsx'
import { displayLine } from '../text/display-text.ts'
import { Marked } from '../text/marked.tsx'
import { excerpt, markLine } from '../text/marked-text.ts'
import { RelativeTimeText } from '../time/relative-time-text.tsx'

import type { RowMatches } from './list-model.ts'

const noRanges: readonly Range[] = []

type Props = {
  readonly row: NotificationRow
  readonly matches: RowMatches | undefined
  readonly messageId: string
  readonly onMarkAsRead: (rowId: number) => void
}

export const RowContent = memo(function RowContent(props: Props) {
  const { row, matches, messageId, onMarkAsRead } = props
  const message = excerpt(markLine(row.message, matches?.message ?? noRanges))
  const i18n = useI18n()
  const { t } = i18n
  const fact = typeFact(i18n, row)
  const word = typeWord(i18n, row.type)
  return (
    <>
      <span className="row-badge" data-type={row.type}>
        <TypeIcon type={row.type} />
      </span>
      <div className="row-text">
        <div className="row-head">
          <bdi className="row-title">
            <Marked parts={markLine(row.title, matches?.title ?? noRanges, word)} />
          </bdi>
          <span className="row-time">
            <RelativeTimeText atMs={row.receivedAt} />
          </span>
        </div>
        {message.length > 0 && (
          <p className="row-message" id={messageId} dir="auto">
            <Marked parts={message} />
          </p>
        )}
        <div className="row-facts">
          <span className="type-word" data-type={row.type}>
            {word}
          </span>
          {row.foreignType !== null && <ForeignTag type={row.foreignType} />}
          {fact !== null && (
            <span className="row-fact">
              <bdi>{fact}</bdi>
            </span>
          )}
          {row.pinnedAt !== null && (
            <span className="row-pin">
              <Pin size={12} strokeWidth={2.25} aria-hidden="true" />
              {t('list.pinned')}
            </span>
          )}
          <SnoozeMark rowId={row.rowId} />
          <AcknowledgementMark state={row.acknowledgement} />
        </div>
      </div>
      {row.readAt === null && (
        <button
          type="button"
          className="row-action"
          onClick={(event) => {
            event.stopPropagation()
            onMarkAsRead(row.rowId)
          }}
        >
          <Check size={15} strokeWidth={2.25} aria-hidden="true" />
          <span className="row-action-label">{t('commands.mark-as-read')}</span>
        </button>
      )}
    </>
  )
})

function ForeignTag({ type }: { readonly type: string }) {
  const { t } = useI18n()
  return (
    <span className="foreign-tag" title={t('list.foreign.hint')}>
      <bdi>{displayLine(type, t('list.foreign.none')).slice(0, 40)}</bdi>
    </span>
  )
}
