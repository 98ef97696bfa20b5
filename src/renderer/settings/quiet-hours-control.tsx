/** The quiet hours: a switch and two times for each day of the week, and buttons that do several days at once. */
import { useState } from 'react'
import {
  dayRanges,
  endWords,
  type Span,
  timeProblem,
  type WeekdayName,
  weekdayNames,
  withDay,
  withDayOn,
  withSameHours,
  withTime,
} from './quiet-hours-edit.ts'
import type { ControlProps } from './setting-field.tsx'
import { useDraft } from './use-draft.ts'
import { type QuietHoursEdit, useQuietHours } from './use-quiet-hours.ts'
import './quiet-hours.css'

export function QuietHoursControl({ describedBy, definition, setting }: ControlProps) {
  const { hours, edit } = useQuietHours(setting)
  return (
    <fieldset className="quiet-hours" aria-describedby={describedBy}>
      <legend className="setting-label">{definition.label}</legend>
      <ul className="quiet-days">
        {weekdayNames.map((name, day) => (
          <Day key={name} name={name} day={day} span={hours[day] ?? null} edit={edit} />
        ))}
      </ul>
      <div className="quiet-ranges">
        {Object.entries(dayRanges).map(([words, days]) => (
          <button
            key={words}
            type="button"
            className="link-button"
            onClick={() => void edit((now) => withSameHours(now, days))}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

type DayProps = {
  readonly name: WeekdayName
  readonly day: number
  readonly span: Span | null
  /** @returns whether it was applied */
  readonly edit: (change: QuietHoursEdit) => Promise<boolean>
}

function Day({ name, day, span, edit }: DayProps) {
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
        <span className="quiet-none">Toasts all day</span>
      ) : (
        <div className="quiet-times">
          <Time
            name={`${name} from`}
            value={span.from}
            onChange={(time) => edit((hours) => withTime(hours, day, 'from', time))}
          />
          <span aria-hidden="true">to</span>
          <Time
            name={`${name} to`}
            value={span.to}
            onChange={(time) => edit((hours) => withTime(hours, day, 'to', time))}
          />
          <span className="quiet-end">{endWords(span)}</span>
        </div>
      )}
    </li>
  )
}

type TimeProps = {
  readonly name: string
  readonly value: string
  readonly onChange: (time: string) => Promise<boolean>
}

function Time({ name, value, onChange }: TimeProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const draft = useDraft(value, async (text) => {
    const found = timeProblem(name, text)
    setProblem(found)
    return found === null && onChange(text)
  })
  const isWrong = problem !== null && timeProblem(name, draft.value) !== null
  const problemId = `${name.replace(' ', '-')}-problem`
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
          {problem}
        </span>
      )}
    </>
  )
}
