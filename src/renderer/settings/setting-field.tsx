/** One setting: its control, its help, and why a value was refused. */
import { useId } from 'react'
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import { FrequencySlider } from '../connection/frequency-slider.tsx'
import { ChoiceControl } from './choice-control.tsx'
import { NumberControl } from './number-control.tsx'
import { QuietHoursControl } from './quiet-hours-control.tsx'
import { isDefault } from './setting-value.ts'
import { SwitchControl } from './switch-control.tsx'
import { TextControl } from './text-control.tsx'
import { type SettingHandle, useSetting } from './use-setting.ts'

/** The server knows this copy by its id: there is no default to go back to. */
const withoutReset: readonly SettingName[] = ['clientId']

export type ControlProps = {
  readonly id: string
  readonly describedBy: string
  readonly definition: SettingDefinition
  readonly setting: SettingHandle
}

export function SettingField({ name }: { readonly name: SettingName }) {
  const id = useId()
  const setting = useSetting(name)
  const definition: SettingDefinition = settingsTable[name]
  const { value, problem } = setting
  const helpId = `${id}-help`
  const problemId = `${id}-problem`
  const describedBy = problem === null ? helpId : `${problemId} ${helpId}`
  const canReset = value !== undefined && !isDefault(name, value) && !withoutReset.includes(name)
  return (
    <div className="setting" data-control={definition.control}>
      <Control id={id} describedBy={describedBy} definition={definition} setting={setting} />
      {problem !== null && (
        <p className="field-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
      <p className="setting-help" id={helpId}>
        {definition.help}
      </p>
      {canReset && (
        <button
          type="button"
          className="link-button"
          aria-label={`Reset ${definition.label} to default`}
          onClick={() => void setting.change(definition.default)}
        >
          Reset to default
        </button>
      )}
    </div>
  )
}

function Control(props: ControlProps) {
  switch (props.definition.control) {
    case 'slider':
      return <FrequencySlider describedBy={props.describedBy} />
    case 'text':
      return <TextControl {...props} />
    case 'number':
      return <NumberControl {...props} />
    case 'switch':
      return <SwitchControl {...props} />
    case 'choice':
      return <ChoiceControl {...props} />
    case 'quiet-hours':
      return <QuietHoursControl {...props} />
  }
}
