/** Copies the frame as it came and says so for a moment. */
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'

const shownForMs = 2_000

export function CopyButton({ text }: { readonly text: string }) {
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
      <span aria-live="polite">{labels[outcome ?? 'idle']}</span>
    </button>
  )
}

const labels = { idle: 'Copy as JSON', copied: 'Copied', failed: 'Could not copy' } as const
