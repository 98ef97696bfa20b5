/** Says how many notifications wait above, and brings the list to its top. */
import { ArrowUp } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'

type Props = { readonly count: number; readonly onJump: () => void }

export function JumpButton({ count, onJump }: Props) {
  const { t } = useI18n()
  return (
    <button type="button" className="jump-button" data-new={count > 0} onClick={onJump}>
      <ArrowUp size={14} strokeWidth={2.25} aria-hidden="true" />
      {count > 0 ? t('list.new', { count }) : t('list.jump')}
    </button>
  )
}
