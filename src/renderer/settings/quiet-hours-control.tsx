/** The quiet hours: a switch and two times for each day of the week, and buttons that do several days at once. */
import { useId, useState } from 'react'
import type { TextKey } from '../../i18n/catalogue.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import {
  dayRanges,
  endOf,
  isTimeOfDay,
  type Span,
  withDay,
  withDayOn,
  withSameHours,
  withTime,
} from './quiet-hours-edit.ts'
import type { ControlProps } from './setting-field.tsx'
import { useDraft } from './use-draft.ts'
import { type QuietHoursEdit, useQuietHours } from './use-quiet-hours.ts'
import './quiet-hours.css'

const rangeTexts = {
  'every-day': 'settings.quiet.every-day',
  weekdays: 'settings.quiet.weekdays',
  weekend: 'settings.quiet.weekend',
} as const satisfies Readonly<Record<keyof typeof dayRanges, TextKey>>

export function QuietHoursControl({ label, describedBy, setting }: ControlProps) {
  const { t } = useI18n()
  const { hours, edit } = useQuietHours(setting)
  return (
    <fieldset className="quiet-hours" aria-describedby={describedBy}>
      <legend className="setting-label">{label}</legend>
      <ul className="quiet-days">
        {hours.map((span, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the day of the week
          <Day key={day} day={day} span={span} edit={edit} />
        ))}
      </ul>
      <div className="quiet-ranges">
        {rangeNames.map((range) => (
          <button
            key={range}
            type="button"
            className="link-button"
            onClick={() => void edit((now) => withSameHours(now, dayRanges[range]))}
          >
            {t(rangeTexts[range])}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

const rangeNames = Object.keys(rangeTexts) as readonly (keyof typeof dayRanges)[] // the keys of a constant

/** The first of January 2024 was a Monday. */
const weekdayName = ({ formats }: I18n, day: number): string =>
  formats.date(new Date(2024, 0, 1 + day).getTime(), { weekday: 'long' })

type DayProps = {
  readonly day: number
  readonly span: Span | null
  /** @returns whether it was applied */
  readonly edit: (change: QuietHoursEdit) => Promise<boolean>
}

function Day({ day, span, edit }: DayProps) {
  const i18n = useI18n()
  const { t } = i18n
  const name = weekdayName(i18n, day)
  const turn = (isOn: boolean): void => {
    void edit((hours) => (isOn ? withDayOn(hours, day) : withDay(hours, day, null)))
  }
  return (
    <li className="quiet-day">
      <label className="quiet-switch">
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={span !== null}
          aria-checked={span !== null}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {name}
      </label>
      {span === null ? (
        <span className="quiet-none">{t('settings.quiet.all-day')}</span>
      ) : (
        <div className="quiet-times">
          <Time
            name={t('settings.quiet.from', { day: name })}
            value={span.from}
            onChange={(time) => edit((hours) => withTime(hours, day, 'from', time))}
          />
          <span aria-hidden="true">{t('settings.quiet.between')}</span>
          <Time
            name={t('settings.quiet.to', { day: name })}
            value={span.to}
            onChange={(time) => edit((hours) => withTime(hours, day, 'to', time))}
          />
          <span className="quiet-end">{endWords(i18n, span)}</span>
        </div>
      )}
    </li>
  )
}

function endWords({ t }: I18n, span: Span): string | null {
  const end = endOf(span)
  return end === null ? null : t(`settings.quiet.${end}`)
}

type TimeProps = {
  readonly name: string
  readonly value: string
  readonly onChange: (time: string) => Promise<boolean>
}

function Time({ name, value, onChange }: TimeProps) {
  const { t } = useI18n()
  const problemId = useId()
  const [wasRefused, setRefused] = useState(false)
  const draft = useDraft(value, async (text) => {
    setRefused(!isTimeOfDay(text))
    return isTimeOfDay(text) && onChange(text)
  })
  const isWrong = wasRefused && !isTimeOfDay(draft.value)
  return (
    <>
      <input
        {...draft}
        type="time"
        className="text-field quiet-time"
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
      />
      {isWrong && (
        <span className="field-problem quiet-problem" id={problemId} role="alert">
          {t('settings.quiet.problem', { name })}
        </span>
      )}
    </>
  )
}
