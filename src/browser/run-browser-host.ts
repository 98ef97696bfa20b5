/** The browser host: the engine on Node, its window in any browser on this machine. Composes only. */
import { join } from 'node:path'
import Conf from 'conf'
import { systemClock } from '../clock/system-clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import { chooseWindowFiles } from '../host/choose-window-files.ts'
import { setAsideBrokenSettings } from '../host/conf-settings-store.ts'
import { appName, defaultDataFolder, prepareDataFolder } from '../host/data-folder.ts'
import { hasDisplay } from '../host/display.ts'
import { createFileSecretStore } from '../host/file-secret-store.ts'
import type { Flags } from '../host/flags.ts'
import { createFolderFiles } from '../host/folder-files.ts'
import { openInBrowser } from '../host/open-in-browser.ts'
import { findPackageRoot, readVersion } from '../host/package-root.ts'
import { platformName } from '../host/platform-name.ts'
import { reportFault } from '../host/report-fault.ts'
import { startNotifier } from '../host/start-notifier.ts'
import { explainStart } from '../host/start-problem.ts'
import { createAccess, keepToken } from './access.ts'
import { type ContractSocket, serveContract } from './contract-socket.ts'
import { startPageServer } from './page-server.ts'
import { createTerminalPrinter } from './terminal.ts'

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
  const broken = setAsideBrokenSettings(dataDir, systemClock.now())
  const conf = new Conf<Record<string, unknown>>({
    cwd: dataDir,
    projectName: appName,
    projectVersion: version,
  })

  const access = createAccess(keepToken(dataDir))
  const page = await startPageServer(flags.port, access, (port) =>
    chooseWindowFiles(join(root, 'out', 'renderer'), [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]),
  )
  let contract: ContractSocket | null = null
  const send = (event: AnyEvent): void => contract?.send(event)
  const notifier = startNotifier({
    ...{ flags, dataDir, conf, clock: systemClock, report: reportFault },
    notices: broken === null ? [] : [broken],
    packageRoot: root,
    chooseFile: createFolderFiles(dataDir),
    secrets: createFileSecretStore(dataDir, platformName),
    capabilities: { host: 'browser', version, hasTray: false, toasts: 'page' },
    toaster: {
      show(toast) {
        if (contract === null || contract.pageCount === 0) return 'No page of Tocsin was open to show it.'
        send({ name: 'toastRequested', data: toast })
        return null
      },
      withdraw: (rowIds) => send({ name: 'toastsWithdrawn', data: { rowIds: [...rowIds] } }),
    },
  })
  contract = serveContract(page.http, page.port, access, notifier.dispatch)
  notifier.engine.subscribe(send)
  if (process.stdout.isTTY) {
    notifier.engine.subscribe(createTerminalPrinter((line) => void process.stdout.write(line)))
  }

  const address = (token: string): string => `http://127.0.0.1:${page.port}/?token=${token}`
  process.stdout.write(`Tocsin is at ${address(access.token)}\n`)
  if (flags.opensBrowser && hasDisplay(platformName, process.env))
    openInBrowser(platformName, address(access.issueTicket()))

  return async () => {
    contract?.close()
    page.http.close()
    page.http.closeAllConnections()
    await notifier.close()
  }
}
