/** One setting: its control, its help, and why a value was refused. */
import { useId } from 'react'
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import { FrequencySlider } from '../connection/frequency-slider.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { ChoiceControl } from './choice-control.tsx'
import { FieldProblem } from './field-problem.tsx'
import { MutesControl } from './mutes-control.tsx'
import { NumberControl } from './number-control.tsx'
import { QuietHoursControl } from './quiet-hours-control.tsx'
import { settingHelp, settingLabel } from './setting-texts.ts'
import { isDefault } from './setting-value.ts'
import { SwitchControl } from './switch-control.tsx'
import { TextControl } from './text-control.tsx'
import { type SettingHandle, useSetting } from './use-setting.ts'

/** The server knows this copy by its id: there is no default to go back to. What is muted is taken out one by one. */
const withoutReset: readonly SettingName[] = ['clientId', 'mutes']

export type ControlProps = {
  readonly id: string
  readonly name: SettingName
  readonly label: string
  readonly describedBy: string
  readonly definition: SettingDefinition
  readonly setting: SettingHandle
}

export function SettingField({ name }: { readonly name: SettingName }) {
  const id = useId()
  const i18n = useI18n()
  const setting = useSetting(name)
  const definition: SettingDefinition = settingsTable[name]
  const { value, problem } = setting
  const label = settingLabel(i18n, name)
  const helpId = `${id}-help`
  const problemId = `${id}-problem`
  const describedBy = problem === null ? helpId : `${problemId} ${helpId}`
  const canReset = value !== undefined && !isDefault(name, value) && !withoutReset.includes(name)
  return (
    <div className="setting" data-control={definition.control}>
      <Control {...{ id, name, label, describedBy, definition, setting }} />
      <FieldProblem problem={problem} id={problemId} />
      <p className="setting-help" id={helpId}>
        {settingHelp(i18n, name)}
      </p>
      {canReset && (
        <button
          type="button"
          className="link-button"
          aria-label={i18n.t('settings.reset.one', { label })}
          onClick={() => void setting.change(definition.default)}
        >
          {i18n.t('settings.reset')}
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
    case 'mutes':
      return <MutesControl {...props} />
    case 'none':
      return null
  }
}
