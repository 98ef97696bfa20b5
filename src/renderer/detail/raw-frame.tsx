/** The frame as it came, indented when it is JSON. */
import { useMemo, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { displaySource } from '../text/display-text.ts'
import { formatJson } from '../text/json-format.ts'

/** A frame may have a megabyte; nobody reads so far, and laying it out takes seconds. */
const shownLength = 50_000

export function RawFrame({ frame }: { readonly frame: string }) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(true)
  const shown = useMemo(() => (isOpen ? displaySource(formatJson(frame) ?? frame) : ''), [frame, isOpen])
  return (
    <details className="raw-frame" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('detail.frame')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre dir="ltr" tabIndex={0}>
        {shown.slice(0, shownLength)}
      </pre>
      {shown.length > shownLength && <p className="raw-frame-cut">{t('detail.frame.cut')}</p>}
    </details>
  )
}
