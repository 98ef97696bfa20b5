/** English: which texts there are. Each folder of the window has a file of its own here, and in every language. */
import { acknowledgement } from './en/acknowledgement.ts'
import { activity } from './en/activity.ts'
import { announcements } from './en/announcements.ts'
import { browserHost } from './en/browser-host.ts'
import { commands } from './en/commands.ts'
import { common } from './en/common.ts'
import { connection } from './en/connection.ts'
import { desktop } from './en/desktop.ts'
import { detail } from './en/detail.ts'
import { diagnosis } from './en/diagnosis.ts'
import { doNotDisturb } from './en/do-not-disturb.ts'
import { embeddedServer } from './en/embedded-server.ts'
import { engineActivity } from './en/engine-activity.ts'
import { engineBackground } from './en/engine-background.ts'
import { engineConnection } from './en/engine-connection.ts'
import { engineDiagnosis } from './en/engine-diagnosis.ts'
import { engineFiles } from './en/engine-files.ts'
import { engineSearch } from './en/engine-search.ts'
import { engineSettings } from './en/engine-settings.ts'
import { engineStorage } from './en/engine-storage.ts'
import { engineStory } from './en/engine-story.ts'
import { engineTest } from './en/engine-test.ts'
import { engineToasts } from './en/engine-toasts.ts'
import { filters } from './en/filters.ts'
import { hostFiles } from './en/host-files.ts'
import { jobs } from './en/jobs.ts'
import { keyboard } from './en/keyboard.ts'
import { layout } from './en/layout.ts'
import { links } from './en/links.ts'
import { linuxToasts } from './en/linux-toasts.ts'
import { list } from './en/list.ts'
import { nativeToasts } from './en/native-toasts.ts'
import { notices } from './en/notices.ts'
import { search } from './en/search.ts'
import { secrets } from './en/secrets.ts'
import { settings } from './en/settings.ts'
import { settingsFile } from './en/settings-file.ts'
import { settingsTable } from './en/settings-table.ts'
import { snooze } from './en/snooze.ts'
import { statistics } from './en/statistics.ts'
import { store } from './en/store.ts'
import { time } from './en/time.ts'
import { toasts } from './en/toasts.ts'
import { tray } from './en/tray.ts'
import { types } from './en/types.ts'
import { welcome } from './en/welcome.ts'

export const en = {
  ...acknowledgement,
  ...activity,
  ...announcements,
  ...browserHost,
  ...commands,
  ...common,
  ...connection,
  ...desktop,
  ...detail,
  ...diagnosis,
  ...doNotDisturb,
  ...engineActivity,
  ...engineBackground,
  ...engineConnection,
  ...engineDiagnosis,
  ...engineFiles,
  ...engineSearch,
  ...engineSettings,
  ...engineStorage,
  ...engineStory,
  ...engineTest,
  ...engineToasts,
  ...filters,
  ...embeddedServer,
  ...hostFiles,
  ...jobs,
  ...keyboard,
  ...layout,
  ...links,
  ...linuxToasts,
  ...list,
  ...nativeToasts,
  ...notices,
  ...search,
  ...secrets,
  ...settings,
  ...settingsFile,
  ...settingsTable,
  ...snooze,
  ...statistics,
  ...store,
  ...time,
  ...toasts,
  ...tray,
  ...types,
  ...welcome,
} as const
