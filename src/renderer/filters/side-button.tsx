/** One choice of the sidebar: its icon, its word, how many there are. Its name is the word alone. */
import { type ReactNode, useId } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'

type Props = {
  readonly icon: ReactNode
  readonly word: string
  readonly isOn: boolean
  /** Null where it is not told. */
  readonly unread: number | null
  readonly total: number | null
  /** The counts in words. */
  readonly description: string
  /** There are more than `total`. */
  readonly isMore?: boolean | undefined
  readonly onClick: () => void
}

export function SideButton({ icon, word, isOn, description, onClick, ...counts }: Props) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        className="side-item"
        aria-describedby={description === '' ? undefined : id}
        aria-pressed={isOn}
        title={word}
        onClick={onClick}
      >
        {icon}
        <span className="side-word">
          <bdi>{word}</bdi>
        </span>
        <Counts {...counts} />
      </button>
      <span id={id} hidden={true}>
        {description}
      </span>
    </>
  )
}

type CountsProps = Pick<Props, 'unread' | 'total' | 'isMore'>

function Counts({ unread, total, isMore = false }: CountsProps) {
  const { formats } = useI18n()
  // Up to five places there is room for the very number.
  const short = (count: number): string =>
    formats.number(count, count < 100_000 ? {} : { notation: 'compact', maximumFractionDigits: 1 })
  return (
    <span className="side-count" aria-hidden="true">
      {unread !== null && unread > 0 && <span className="side-unread">{short(unread)}</span>}
      {total !== null && (
        <span className="side-total">
          {short(total)}
          {isMore && '+'}
        </span>
      )}
    </span>
  )
}
