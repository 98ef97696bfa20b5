/** The browser host: the engine on Node, its window in any browser on this machine. Composes only. */
import { join } from 'node:path'
import Conf from 'conf'
import { systemClock } from '../clock/system-clock.ts'
import type { Dispatch } from '../contract/dispatch.ts'
import type { AnyEvent } from '../contract/events.ts'
import type { Engine } from '../engine/engine.ts'
import { chooseWindowFiles } from '../host/choose-window-files.ts'
import { appName, defaultDataFolder, prepareDataFolder } from '../host/data-folder.ts'
import { hasDisplay } from '../host/display.ts'
import { createFileSecretStore } from '../host/file-secret-store.ts'
import type { Flags } from '../host/flags.ts'
import { createFolderFiles } from '../host/folder-files.ts'
import { createLinuxToaster } from '../host/linux-toasts/create-linux-toaster.ts'
import { isNotificationServiceThere } from '../host/linux-toasts/is-notification-service-there.ts'
import { ourToastLook } from '../host/linux-toasts/our-toast-look.ts'
import { findSessionBus } from '../host/linux-toasts/session-bus.ts'
import { openInBrowser } from '../host/open-in-browser.ts'
import { findPackageRoot, readVersion } from '../host/package-root.ts'
import { platformName } from '../host/platform-name.ts'
import { preferredLanguages } from '../host/preferred-languages.ts'
import { reportFault } from '../host/report-fault.ts'
import { openSettings } from '../host/settings-file/open-settings.ts'
import { startNotifier } from '../host/start-notifier.ts'
import { explainStart } from '../host/start-problem.ts'
import { createWantedTarget } from '../host/wanted-target.ts'
import type { WindowFiles } from '../host/window-files.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { speakEnglish } from '../i18n/speak-english.ts'
import { createAccess, keepToken } from './access.ts'
import { type ContractSocket, serveContract } from './contract-socket.ts'
import { createOpenedPages } from './opened-pages.ts'
import { startPageServer } from './page-server.ts'
import { createPageToaster } from './page-toaster.ts'
import { createTerminalPrinter } from './terminal.ts'
import { createWatchingPages } from './watching-pages.ts'

type Stop = () => Promise<void>

/**
 * @returns stops it cleanly, with everything stored
 * @throws StartProblem or HistoryError, in a sentence for people, where the user can do something about it
 */
export async function runBrowserHost(flags: Flags): Promise<Stop> {
  const dataDir = flags.dataDir ?? defaultDataFolder(platformName)
  prepareDataFolder(dataDir)
  try {
    return await start(flags, dataDir)
  } catch (fault) {
    throw explainStart(fault, dataDir)
  }
}

async function start(flags: Flags, dataDir: string): Promise<Stop> {
  const root = findPackageRoot()
  const version = readVersion(root)
  const { store, notices } = openSettings(
    dataDir,
    systemClock.now(),
    (options) =>
      new Conf<Record<string, unknown>>({ ...options, projectName: appName, projectVersion: version }),
  )

  const access = createAccess(keepToken(dataDir))
  const files = (port: number): WindowFiles =>
    chooseWindowFiles(join(root, 'out', 'renderer'), [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`])
  let engine: Engine | null = null
  const i18n = (): I18n => engine?.i18n() ?? speakEnglish()
  const page = await startPageServer(flags.port, access, files, () => i18n().t('browser-host.address-needed'))
  let contract: ContractSocket | null = null
  const send = (event: AnyEvent): void => contract?.send(event)
  const pageCount = (): number => contract?.pageCount ?? 0
  const address = (token: string): string => `http://127.0.0.1:${page.port}/?token=${token}`
  const canOpen = flags.opensBrowser && hasDisplay(platformName, process.env)
  const openBrowser = (): void => openInBrowser(platformName, address(access.issueTicket()))
  const pages = createOpenedPages({
    wanted: createWantedTarget(systemClock, send),
    ...{ pageCount, openBrowser: canOpen ? openBrowser : null },
  })

  const busAddress = platformName === 'linux' ? findSessionBus(process.env) : null
  const isNative = await isNotificationServiceThere(busAddress, systemClock)
  const look = ourToastLook(join(root, 'resources'))
  const notifier = startNotifier({
    ...{ flags, dataDir, notices, settingsStore: store, clock: systemClock, report: reportFault },
    packageRoot: root,
    chooseFile: createFolderFiles(dataDir),
    secrets: createFileSecretStore(dataDir, platformName),
    capabilities: {
      ...{ host: 'browser', version, platform: platformName, hasTray: false, canQuit: false },
      toasts: isNative ? 'native' : 'page',
    },
    preferredLanguages: () => preferredLanguages(process.env),
    createToaster: (listener) =>
      isNative
        ? createLinuxToaster({ ...look, clock: systemClock, busAddress, listener, i18n })
        : createPageToaster({ listener, send, pageCount }),
    hostActions: { open: pages.open, quit: null },
  })
  engine = notifier.engine
  const dispatch: Dispatch = async (command, input) => {
    const reply = await notifier.dispatch(command, input)
    if (command === 'getSnapshot') setImmediate(pages.pageListens)
    return reply
  }
  const calls = createWatchingPages(dispatch, engine.stopWatching)
  contract = serveContract({ http: page.http, port: page.port, access, calls, clock: systemClock })
  engine.subscribe(send)
  if (process.stdout.isTTY) {
    engine.subscribe(createTerminalPrinter((line) => void process.stdout.write(line)))
  }

  process.stdout.write(`Tocsin is at ${address(access.token)}\n`)
  if (canOpen) openBrowser()

  return async () => {
    contract?.close()
    page.http.close()
    page.http.closeAllConnections()
    await notifier.close()
  }
}
