/** German. */
import type { Catalogue } from './catalogue.ts'
import { acknowledgement } from './de/acknowledgement.ts'
import { activity } from './de/activity.ts'
import { announcements } from './de/announcements.ts'
import { browserHost } from './de/browser-host.ts'
import { commands } from './de/commands.ts'
import { common } from './de/common.ts'
import { connection } from './de/connection.ts'
import { desktop } from './de/desktop.ts'
import { detail } from './de/detail.ts'
import { diagnosis } from './de/diagnosis.ts'
import { doNotDisturb } from './de/do-not-disturb.ts'
import { embeddedServer } from './de/embedded-server.ts'
import { engineActivity } from './de/engine-activity.ts'
import { engineBackground } from './de/engine-background.ts'
import { engineConnection } from './de/engine-connection.ts'
import { engineDiagnosis } from './de/engine-diagnosis.ts'
import { engineFiles } from './de/engine-files.ts'
import { engineSearch } from './de/engine-search.ts'
import { engineSettings } from './de/engine-settings.ts'
import { engineStorage } from './de/engine-storage.ts'
import { engineStory } from './de/engine-story.ts'
import { engineTest } from './de/engine-test.ts'
import { engineToasts } from './de/engine-toasts.ts'
import { filters } from './de/filters.ts'
import { hostFiles } from './de/host-files.ts'
import { jobs } from './de/jobs.ts'
import { keyboard } from './de/keyboard.ts'
import { layout } from './de/layout.ts'
import { links } from './de/links.ts'
import { linuxToasts } from './de/linux-toasts.ts'
import { list } from './de/list.ts'
import { nativeToasts } from './de/native-toasts.ts'
import { notices } from './de/notices.ts'
import { search } from './de/search.ts'
import { secrets } from './de/secrets.ts'
import { settings } from './de/settings.ts'
import { settingsFile } from './de/settings-file.ts'
import { settingsTable } from './de/settings-table.ts'
import { snooze } from './de/snooze.ts'
import { statistics } from './de/statistics.ts'
import { store } from './de/store.ts'
import { time } from './de/time.ts'
import { toasts } from './de/toasts.ts'
import { tray } from './de/tray.ts'
import { types } from './de/types.ts'
import { welcome } from './de/welcome.ts'

export const de: Catalogue = {
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
}
