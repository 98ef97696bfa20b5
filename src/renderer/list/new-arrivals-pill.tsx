/** Says how many notifications wait above, and brings them. */
import { ArrowUp } from 'lucide-react'

type Props = { readonly count: number; readonly onJump: () => void }

export function NewArrivalsPill({ count, onJump }: Props) {
  return (
    <button type="button" className="new-arrivals" onClick={onJump}>
      <ArrowUp size={14} strokeWidth={2.25} aria-hidden="true" />
      {count} new
    </button>
  )
}
