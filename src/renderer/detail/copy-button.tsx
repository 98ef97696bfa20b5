/** Copies a text and says so for a moment. */
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { copyText } from './copy-text.ts'

const shownForMs = 2_000

type Props = {
  readonly text: string
  /** What is copied, as a button says it; absent: the frame as it came. */
  readonly word?: string
}

export function CopyButton({ text, word }: Props) {
  const { t } = useI18n()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), shownForMs)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (): Promise<void> => setOutcome((await copyText(text)) ? 'copied' : 'failed')
  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Icon size={15} aria-hidden="true" />
      <span aria-live="polite">
        {outcome === null ? (word ?? t('detail.copy')) : t(outcomeWords[outcome])}
      </span>
    </button>
  )
}

const outcomeWords = { copied: 'detail.copied', failed: 'detail.copy-failed' } as const
