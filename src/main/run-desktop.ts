/** The desktop host, once Electron is ready. Composes only. */
import { join } from 'node:path'
import { app, dialog, Menu, nativeTheme, safeStorage, session } from 'electron'
import Store from 'electron-store'
import { systemClock } from '../clock/system-clock.ts'
import type { CommandInput, CommandName } from '../contract/commands.ts'
import { chooseWindowFiles } from '../host/choose-window-files.ts'
import { setAsideBrokenSettings } from '../host/conf-settings-store.ts'
import { desktopReadyLine } from '../host/desktop-ready-line.ts'
import type { Flags } from '../host/flags.ts'
import { findPackageRoot, readVersion } from '../host/package-root.ts'
import { platformName } from '../host/platform-name.ts'
import { reportFault } from '../host/report-fault.ts'
import { startNotifier } from '../host/start-notifier.ts'
import { followAppEvents } from './app-events.ts'
import { serveWindowFiles } from './app-scheme.ts'
import { createFileChooser } from './choose-file.ts'
import { createElectronSecretStore } from './electron-secret-store.ts'
import { createElectronToaster } from './electron-toaster.ts'
import { denyPermissions } from './harden.ts'
import { serveIpc } from './ipc.ts'
import { createMainWindow } from './main-window.ts'
import { desktopPlatform } from './platform/desktop-platform.ts'
import { createTray } from './tray.ts'

export function runDesktop(flags: Flags): void {
  const root = findPackageRoot()
  const resources = join(root, 'resources')
  const dataDir = app.getPath('userData')
  const broken = setAsideBrokenSettings(dataDir, systemClock.now())
  const store = new Store<Record<string, unknown>>({ cwd: dataDir })

  denyPermissions(session.defaultSession)
  serveWindowFiles(session.defaultSession.protocol, chooseWindowFiles(join(root, 'out', 'renderer'), []))
  if (!desktopPlatform.keepsApplicationMenu) Menu.setApplicationMenu(null)

  const window = createMainWindow(root, desktopPlatform.windowOptions(resources), reportFault)
  const notices = broken === null ? [] : [broken]
  const notifier = startNotifier({
    ...{ flags, dataDir, notices, conf: store, clock: systemClock, report: reportFault },
    capabilities: { host: 'desktop', version: readVersion(root), hasTray: true, toasts: 'native' },
    packageRoot: root,
    chooseFile: createFileChooser({ dialog, defaultPath: (name) => join(app.getPath('documents'), name) }),
    secrets: createElectronSecretStore({
      ...{ safeStorage, dataDir, platform: platformName },
      isSealWeak: () => desktopPlatform.isSealWeak(safeStorage),
    }),
    toaster: createElectronToaster({
      resources,
      onActivated(rowId) {
        notifier.engine.opened(rowId)
        window.openNotification(rowId)
      },
      onFailed: (rowId, reason) => notifier.engine.toastFailed(rowId, reason),
      onProblem: reportFault,
    }),
  })
  const { engine } = notifier
  /** A menu cannot show a refusal: the window's activity log and the terminal do. */
  const ask = <Name extends CommandName>(command: Name, input: CommandInput<Name>): void => {
    void notifier.dispatch(command, input).then((reply) => {
      if (!reply.ok) reportFault(reply.error.message)
    })
  }

  serveIpc({
    dispatch: notifier.dispatch,
    isOurs: window.isOurs,
    onAnswered: (command) => {
      if (command === 'getSnapshot') window.pageListens()
    },
  })

  const tray = createTray({
    clock: systemClock,
    imagePath: (state) => desktopPlatform.trayImagePath(resources, state),
    clickOpensMenu: desktopPlatform.trayClickOpensMenu,
    view: () => engine.view,
    actions: {
      open: window.open,
      connect: () => ask('connect', {}),
      disconnect: () => ask('disconnect', {}),
      retryNow: () => ask('retryNow', {}),
      markAllAsRead: () => ask('markAllAsRead', {}),
      setFrequency: (frequencySeconds) => ask('changeSettings', { frequencySeconds }),
      quit: () => app.quit(),
    },
  })

  const followTheme = (): void => {
    const { theme } = engine.view.settings
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  }
  engine.subscribe((event) => {
    window.send(event)
    tray.refresh()
    followTheme()
  })
  followTheme()

  followAppEvents({ app, window, engine, close: notifier.close })
  window.open()
  process.stdout.write(`${desktopReadyLine}.\n`)
}
