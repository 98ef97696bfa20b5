/** All settings at once: into a file, from a file, and back to their defaults. */
import { Download, RotateCcw, Upload } from 'lucide-react'
import { useState } from 'react'
import type { SettingsChange } from '../../contract/commands.ts'
import { settingNames, settingsTable } from '../../contract/settings-table.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { useAsk } from '../store/use-ask.ts'
import { displayLine } from '../text/display-text.ts'
import { FieldProblem } from './field-problem.tsx'
import { isDefault } from './setting-value.ts'

export function SettingsBackup() {
  const { client, cell } = useStore()
  const { t } = useI18n()
  const { problem, ask } = useAsk()
  const [outcome, setOutcome] = useState<string | null>(null)
  const [before, setBefore] = useState<SettingsChange | null>(null)

  const say = (text: string | null, undoTo: SettingsChange | null = null): void => {
    setOutcome(text)
    setBefore(undoTo)
  }
  const exportAll = async (): Promise<void> => {
    const answer = await ask(client.call('exportSettings', {}))
    say(answer === null ? null : t('settings.backup.exported', { file: displayLine(answer.file) }))
  }
  const importAll = async (): Promise<void> => {
    const answer = await ask(client.call('importSettings', {}))
    say(answer === null ? null : t('settings.backup.imported', { count: answer.changedCount }))
  }
  const reset = async (): Promise<void> => {
    const changed = changedNow(cell.read().engine?.settings)
    const answer = await ask(client.call('resetSettings', {}))
    say(answer === null ? null : t('settings.backup.was-reset'), answer === null ? null : changed)
  }
  const undo = async (): Promise<void> => {
    if (before !== null && (await ask(client.call('changeSettings', before))) !== null) say(null)
  }
  return (
    <div className="setting">
      <div className="setting-buttons">
        <button type="button" className="button" onClick={() => void exportAll()}>
          <Download size={15} aria-hidden="true" />
          {t('settings.backup.export')}
        </button>
        <button type="button" className="button" onClick={() => void importAll()}>
          <Upload size={15} aria-hidden="true" />
          {t('settings.backup.import')}
        </button>
        <button type="button" className="button" onClick={() => void reset()}>
          <RotateCcw size={15} aria-hidden="true" />
          {t('settings.backup.reset')}
        </button>
      </div>
      <FieldProblem problem={problem} />
      <p className="setting-outcome" role="status">
        {outcome}{' '}
        {before !== null && (
          <button type="button" className="link-button" onClick={() => void undo()}>
            {t('settings.backup.undo')}
          </button>
        )}
      </p>
      <p className="setting-help">{t('settings.backup.help')}</p>
    </div>
  )
}

/** Those that a reset changes, as they are; null when there are none. */
function changedNow(settings: SettingsChange | undefined): SettingsChange | null {
  if (settings === undefined) return null
  const names = settingNames.filter(
    (name) => !('isKeptByReset' in settingsTable[name]) && !isDefault(name, settings[name]),
  )
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, settings[name]]))
}
