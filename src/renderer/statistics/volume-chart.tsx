/**
 * Bars, stacked by type. Made of elements and not drawn on a canvas: so they have the stylesheet's colours, follow every
 * theme, size, pixel density and direction by themselves, and cost nothing while nothing changes.
 */
import { useId, useState } from 'react'
import type { NotificationType } from '../../protocol/notification-type.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { barUnder } from './bar-under.ts'
import { countScale } from './count-scale.ts'
import type { VolumeView } from './read-statistics.ts'
import { useListBar } from './use-list-bar.ts'
import type { Bar } from './volume-bars.ts'
import { VolumeColumns } from './volume-columns.tsx'
import { axisWords, barWords, chartSummary, sumWords } from './volume-words.ts'

export function VolumeChart({ view }: { readonly view: VolumeView }) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const { range, bars, at } = view
  const listBar = useListBar()
  const hintId = useId()
  const [pointed, setPointed] = useState<number | null>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const scale = countScale(Math.max(0, ...bars.map(({ total }) => total)))
  const shown = bars[pointed ?? cursor ?? -1] ?? null
  const isEmpty = bars.every(({ total }) => total === 0)
  const list = (bar: Bar | undefined, type: NotificationType | null): void => {
    if (bar !== undefined && bar.total > 0) listBar(bar, type)
  }
  const last = bars.length - 1
  const current = bars[cursor ?? last]
  return (
    <div className="volume">
      <div className="volume-scale" aria-hidden="true">
        {scale.toReversed().map((count) => (
          <span key={count}>{formats.number(count, { notation: 'compact' })}</span>
        ))}
      </div>
      <div className="volume-plot" style={{ '--steps': scale.length - 1 } as React.CSSProperties}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider over it is its keyboard. */}
        <div
          className="volume-bars"
          role="img"
          aria-label={chartSummary(i18n, range, bars, at)}
          onPointerMove={(event) => setPointed(barUnder(event.target).index)}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => {
            const { index, type } = barUnder(event.target)
            list(bars[index ?? -1], type)
          }}
        >
          <VolumeColumns bars={bars} most={scale.at(-1) ?? 1} marked={pointed ?? cursor} />
        </div>
        {/* It has the arrow keys, the words and the direction of a slider without a line of ours. */}
        <input
          className="volume-cursor"
          type="range"
          min={0}
          max={last}
          step={1}
          value={cursor ?? last}
          aria-label={t(`statistics.volume.cursor.${range}`)}
          aria-valuetext={current === undefined ? undefined : barWords(i18n, range, current, at)}
          aria-describedby={hintId}
          onChange={(event) => setCursor(event.currentTarget.valueAsNumber)}
          onFocus={() => setCursor((before) => before ?? last)}
          onBlur={() => setCursor(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') list(current, null)
          }}
        />
      </div>
      <div className="figure-axis" aria-hidden="true">
        {axisWords(i18n, range, bars).map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word of an axis is its place.
          <span key={index}>{words}</span>
        ))}
        <span>{t('statistics.volume.now')}</span>
      </div>
      <p className="volume-words" aria-hidden={shown !== null}>
        {shown === null ? sumWords(i18n, range, bars) : barWords(i18n, range, shown, at)}
      </p>
      <p id={hintId} className="figure-help volume-hint">
        {t(hintKey(isEmpty, cursor !== null))}
      </p>
    </div>
  )
}

function hintKey(isEmpty: boolean, isByKeyboard: boolean) {
  if (isEmpty) return 'statistics.volume.empty'
  return isByKeyboard ? 'statistics.volume.cursor.help' : 'statistics.volume.hint'
}
