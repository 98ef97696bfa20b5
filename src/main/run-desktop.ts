/** The desktop host, once Electron is ready. Composes only. */
import { join } from 'node:path'
import { app, dialog, Menu, Notification, nativeTheme, safeStorage, session } from 'electron'
import Store from 'electron-store'
import { systemClock } from '../clock/system-clock.ts'
import type { CommandInput } from '../contract/commands.ts'
import { chooseWindowFiles } from '../host/choose-window-files.ts'
import { desktopReadyLine } from '../host/desktop-ready-line.ts'
import type { Flags } from '../host/flags.ts'
import { findPackageRoot, readVersion } from '../host/package-root.ts'
import { platformName } from '../host/platform-name.ts'
import { reportFault } from '../host/report-fault.ts'
import { openSettings } from '../host/settings-file/open-settings.ts'
import { isSameSource } from '../host/source-address.ts'
import { startNotifier } from '../host/start-notifier.ts'
import { createActivation } from './activation.ts'
import { followAppEvents } from './app-events.ts'
import { serveWindowFiles } from './app-scheme.ts'
import { createFileChooser } from './choose-file.ts'
import { createAsk } from './create-ask.ts'
import { desktopCapabilities } from './desktop-capabilities.ts'
import { createDesktopTray } from './desktop-tray.ts'
import { createElectronSecretStore } from './electron-secret-store.ts'
import { followClosing } from './follow-closing.ts'
import { denyDownloads, denyPermissions } from './harden.ts'
import { serveIpc, silenceElectronStore } from './ipc.ts'
import { createMainWindow } from './main-window.ts'
import type { OpenedLinks } from './opened-links.ts'
import { desktopPlatform } from './platform/desktop-platform.ts'
import { createPresence } from './presence.ts'
import { watchQuitting } from './quit.ts'
import { thisProgram } from './this-program.ts'
import { createWindowMemory } from './window-memory.ts'
import { createWishes } from './wishes.ts'

/** @param launchInfo what `whenReady` brought: macOS tells by it of the toast that Tocsin was started for */
export function runDesktop(flags: Flags, openedLinks: OpenedLinks, launchInfo: unknown): void {
  const clock = systemClock
  const root = findPackageRoot()
  const resources = join(root, 'resources')
  const dataDir = app.getPath('userData')
  const { store, notices } = openSettings(
    dataDir,
    clock.now(),
    (options) => new Store<Record<string, unknown>>(options),
  )

  silenceElectronStore()
  const secrets = createElectronSecretStore({
    ...{ safeStorage, dataDir, platform: platformName, isSealWeak: desktopPlatform.isSealWeak },
  })
  const weak = secrets.weakSealNotice()

  denyPermissions(session.defaultSession)
  denyDownloads(session.defaultSession)
  serveWindowFiles(session.defaultSession.protocol, chooseWindowFiles(join(root, 'out', 'renderer'), []))
  if (!desktopPlatform.keepsApplicationMenu) Menu.setApplicationMenu(null)
  desktopPlatform.learnPanelColour(nativeTheme)

  const i18n = () => engine.i18n()
  let hasTray: boolean | null = null
  const trayHost = desktopPlatform.watchTrayHost(clock, (isThere) => {
    hasTray = isThere
  })
  const memory = createWindowMemory(join(dataDir, 'window.json'), reportFault)
  const facts = {
    ...{ isPackaged: app.isPackaged, execPath: process.execPath },
    ...{ appFolder: app.getAppPath(), environment: process.env },
  }
  const window = createMainWindow({
    ...{ root, clock, memory, report: reportFault },
    platformOptions: desktopPlatform.windowOptions(resources),
    activate: createActivation({ program: thisProgram(facts, dataDir), environment: process.env }),
    onLeft: () => engine.stopWatching(),
    onMade: () => presence.windowMade(),
    onSessionEnd: () => engine.suspending(),
    onClosed: followClosing({
      ...{ app, dialog, memory, hasTray: () => hasTray, explains: desktopPlatform.explainsClosing },
      ...{ keepsRunning: () => engine.view.settings.closeToTray },
      ...{ isQuitting: watchQuitting(app), quit: () => app.quit(), i18n },
    }),
  })
  const notifier = startNotifier({
    ...{
      flags,
      dataDir,
      notices: weak === null ? notices : [...notices, weak],
      settingsStore: store,
      clock,
      report: reportFault,
    },
    capabilities: desktopCapabilities({
      ...{ platform: platformName, version: readVersion(root), hasTray: () => hasTray },
    }),
    packageRoot: root,
    preferredLanguages: () => app.getPreferredSystemLanguages(),
    chooseFile: createFileChooser({
      ...{ dialog, i18n, defaultPath: (name) => join(app.getPath('documents'), name) },
    }),
    secrets,
    createToaster: desktopPlatform.createToaster({ Notification, clock, resources, launchInfo }),
    hostActions: { open: window.open, quit: () => app.quit() },
  })
  const { engine } = notifier
  const ask = createAsk(notifier.dispatch, engine.note)
  const changeSettings = (change: CommandInput<'changeSettings'>): void => ask('changeSettings', change)

  serveIpc({
    dispatch: notifier.dispatch,
    isOurs: window.isOurs,
    onAnswered: (command) => {
      if (command === 'getSnapshot') window.pageListens()
    },
  })
  const tray = createDesktopTray({
    ...{ app, clock, platform: desktopPlatform, engine, window, resources, ask, note: engine.note },
  })
  const loginProgram = thisProgram(facts, flags.dataDir)
  const presence = createPresence({
    ...{ app, clock, platform: desktopPlatform, resources, window, changeSettings },
    loginProgram: { ...loginProgram, args: [...loginProgram.args, '--hidden'] },
    ...{ view: () => engine.view, i18n, note: engine.note },
  })
  const wishes = createWishes({
    ...{ dialog, i18n, changeSettings, window: window.current },
    open(target) {
      if (target?.kind === 'notification') engine.opened(target.rowId)
      window.open(target, null)
    },
    isCurrentSource(source) {
      const { settings, source: now } = engine.view
      return isSameSource(source, now.isEmbedded ? '' : now.url, settings.clientId)
    },
  })

  const followTheme = (): void => {
    const { theme } = engine.view.settings
    // Electron knows no high contrast: the page draws it itself.
    const source = theme === 'high-contrast' ? 'system' : theme
    if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source
  }
  engine.subscribe((event) => {
    window.send(event)
    tray.refresh()
    presence.refresh()
    followTheme()
  })
  followTheme()

  if (!flags.isHidden && !desktopPlatform.wasOpenedAtLogin(app)) window.open(null, null)
  followAppEvents({
    ...{ app, window, engine, wishes, openedLinks },
    async close() {
      for (const part of [trayHost, tray, presence]) part[Symbol.dispose]()
      await notifier.close()
    },
  })
  process.stdout.write(`${desktopReadyLine}.\n`)
  // Another folder's copy leaves the links to the usual one.
  if (flags.dataDir === null) {
    setImmediate(() => desktopPlatform.registerLinks(app, thisProgram(facts, null)))
  }
}
