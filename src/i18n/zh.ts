/** Simplified Chinese. */
import type { Catalogue } from './catalogue.ts'
import { acknowledgement } from './zh/acknowledgement.ts'
import { activity } from './zh/activity.ts'
import { announcements } from './zh/announcements.ts'
import { browserHost } from './zh/browser-host.ts'
import { commands } from './zh/commands.ts'
import { common } from './zh/common.ts'
import { connection } from './zh/connection.ts'
import { desktop } from './zh/desktop.ts'
import { detail } from './zh/detail.ts'
import { diagnosis } from './zh/diagnosis.ts'
import { doNotDisturb } from './zh/do-not-disturb.ts'
import { embeddedServer } from './zh/embedded-server.ts'
import { engineActivity } from './zh/engine-activity.ts'
import { engineBackground } from './zh/engine-background.ts'
import { engineConnection } from './zh/engine-connection.ts'
import { engineDiagnosis } from './zh/engine-diagnosis.ts'
import { engineFiles } from './zh/engine-files.ts'
import { engineSearch } from './zh/engine-search.ts'
import { engineSettings } from './zh/engine-settings.ts'
import { engineStorage } from './zh/engine-storage.ts'
import { engineStory } from './zh/engine-story.ts'
import { engineTest } from './zh/engine-test.ts'
import { engineToasts } from './zh/engine-toasts.ts'
import { filters } from './zh/filters.ts'
import { hostFiles } from './zh/host-files.ts'
import { jobs } from './zh/jobs.ts'
import { keyboard } from './zh/keyboard.ts'
import { layout } from './zh/layout.ts'
import { links } from './zh/links.ts'
import { linuxToasts } from './zh/linux-toasts.ts'
import { list } from './zh/list.ts'
import { nativeToasts } from './zh/native-toasts.ts'
import { notices } from './zh/notices.ts'
import { search } from './zh/search.ts'
import { secrets } from './zh/secrets.ts'
import { settings } from './zh/settings.ts'
import { settingsFile } from './zh/settings-file.ts'
import { settingsTable } from './zh/settings-table.ts'
import { snooze } from './zh/snooze.ts'
import { statistics } from './zh/statistics.ts'
import { store } from './zh/store.ts'
import { time } from './zh/time.ts'
import { toasts } from './zh/toasts.ts'
import { tray } from './zh/tray.ts'
import { types } from './zh/types.ts'
import { welcome } from './zh/welcome.ts'

export const zh: Catalogue = {
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
