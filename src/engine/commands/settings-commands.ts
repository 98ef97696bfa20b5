/** The commands that bring settings back, write them to a file and read them from one; the host lets the user choose it. */
import type { CommandHandlers } from '../../contract/commands.ts'
import type { SettingName } from '../../contract/settings-table.ts'
import { worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { createExportFile } from '../export/export-file.ts'
import { localDay } from '../export/local-day.ts'
import { defaultsOf } from '../settings/default-settings.ts'
import { importChange } from '../settings/import-change.ts'
import { readSettingsExport } from '../settings/read-settings-export.ts'
import { settingsExport } from '../settings/settings-export.ts'
import { WordedRefusal } from '../worded-error.ts'
import type { CommandDeps } from './command-handlers.ts'

type SettingsCommands = Pick<
  CommandHandlers,
  'changeSettings' | 'resetSettings' | 'exportSettings' | 'importSettings'
>

export function createSettingsCommands(deps: CommandDeps): SettingsCommands {
  const { clock, chooseFile, changeSettings } = deps
  return {
    changeSettings(change) {
      changeSettings(change)
      return {}
    },
    resetSettings({ names }) {
      changeSettings(defaultsOf(names ?? null, deps.random))
      return {}
    },
    async exportSettings() {
      const file = await chooseFile.forExport(`tocsin-settings-${localDay(clock.now())}.json`, 'settings')
      if (file === null) return null
      // Taken once the place is chosen: a dialog may stand open for long.
      const { text, leftOut } = settingsExport(deps.storedSettings())
      await write(file, text)
      if (leftOut.length > 0) {
        const { t, formats } = deps.i18n()
        const labels = formats.list(leftOut.map((name) => t(`settings-table.${name}.label`)))
        deps.warn(worded('engine-settings.left-out', { labels }))
      }
      return { file }
    },
    async importSettings() {
      const file = await chooseFile.forImport('settings')
      if (file === null) return null
      const change = importChange(await readSettingsExport(file), deps.storedSettings())
      return { changedCount: applyWhole(() => changeSettings(change)).length }
    },
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    const exported = await createExportFile(file)
    try {
      await exported.write(text)
      await exported.finish()
    } catch (fault) {
      await exported.abandon()
      throw fault
    }
  } catch (fault) {
    const cause = describeFault(fault)
    throw new WordedRefusal('unavailable', worded('engine-settings.export.not-written', { file, cause }))
  }
}

/** To whoever chose the file, a value that cannot be used here is the file's fault. */
function applyWhole(apply: () => readonly SettingName[]): readonly SettingName[] {
  try {
    return apply()
  } catch (fault) {
    if (!(fault instanceof WordedRefusal) || fault.code !== 'invalid-setting') throw fault
    throw new WordedRefusal('bad-input', worded('engine-settings.import.nothing', { problem: fault.wording }))
  }
}
