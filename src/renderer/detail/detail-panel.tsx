/** The whole of one notification, beside the list or, where there is no room, over it. */
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import type { Story } from '../../contract/story.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useCommandKeys } from '../keyboard/use-command-keys.ts'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { typeWord } from '../notification-type/type-word.ts'
import { SnoozeLine } from '../snooze/snooze-line.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import type { DetailView } from '../store/window-state.ts'
import { displayLine, displayText } from '../text/display-text.ts'
import { RelativeTimeText } from '../time/relative-time-text.tsx'
import { DetailActions } from './detail-actions.tsx'
import { DetailFields } from './detail-fields.tsx'
import { RawFrame } from './raw-frame.tsx'
import { StorySection } from './story-section.tsx'
import './detail.css'

export function DetailPanel({ isSheet }: { readonly isSheet: boolean }) {
  const store = useStore()
  const { t } = useI18n()
  const keys = useCommandKeys('close')
  const detail = useWindowState((state) => state.detail)
  const notification = shownIn(detail)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSheet) close.current?.focus()
  }, [isSheet])
  return (
    <section className="detail" aria-label={t('detail.name')} data-sheet={isSheet}>
      <div className="detail-bar">
        <span className="detail-kind">{notification !== null && <Kind notification={notification} />}</span>
        <button
          ref={close}
          type="button"
          className="icon-button"
          aria-label={t('detail.close')}
          title={t('detail.close.hint', { key: keys.key })}
          aria-keyshortcuts={keys.aria}
          onClick={store.selection.closeDetail}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {notification !== null && (
        <Body
          key={notification.rowId}
          notification={notification}
          story={detail.kind === 'shown' ? detail.story : null}
          isStale={detail.kind === 'loading'}
          keepOpen={!isSheet}
        />
      )}
      {detail.kind === 'failed' && (
        <p className="detail-problem">
          {typeof detail.problem === 'string' ? t(`detail.${detail.problem}`) : detail.problem.sentence}
        </p>
      )}
    </section>
  )
}

function shownIn(detail: DetailView): NotificationDetail | null {
  if (detail.kind === 'shown') return detail.notification
  return detail.kind === 'loading' ? detail.previous : null
}

function Kind({ notification }: { readonly notification: NotificationDetail }) {
  const i18n = useI18n()
  return (
    <>
      <TypeIcon type={notification.type} />
      <span className="type-word" data-type={notification.type}>
        {typeWord(i18n, notification.type)}
      </span>
      <span className="detail-time">
        <RelativeTimeText atMs={notification.receivedAt} />
      </span>
    </>
  )
}

/** A title may have 100 kB: more than a heading can bear is below, in the frame. */
const headingLength = 400

type BodyProps = {
  readonly notification: NotificationDetail
  readonly story: Story | null
  /** Whether the panel stays when this notification goes, and shows the next one. */
  readonly keepOpen: boolean
  /** True while another one is read: what is seen is not what would be acted on. */
  readonly isStale: boolean
}

function Body({ notification, story, isStale, keepOpen }: BodyProps) {
  const title = displayLine(notification.title, typeWord(useI18n(), notification.type))
  const message = displayText(notification.message)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="detail-body" tabIndex={0} inert={isStale}>
      <h2 className="detail-title" dir="auto">
        {title.length <= headingLength ? title : `${title.slice(0, headingLength).toWellFormed()}…`}
      </h2>
      {message.trim() !== '' && (
        <p className="detail-message" dir="auto">
          {message}
        </p>
      )}
      <DetailActions notification={notification} keepOpen={keepOpen} />
      <SnoozeLine rowId={notification.rowId} />
      <DetailFields notification={notification} />
      {story !== null && <StorySection story={story} />}
      <RawFrame frame={notification.frame} />
    </div>
  )
}
