/** The desktop app's start: Electron found, or fetched, then run. */

import { platformName } from '../host/platform-name.ts'
import { findElectronBinary, findElectronPackage } from './electron-binary.ts'
import { fetchElectron } from './fetch-electron.ts'
import { type DesktopOutcome, runDesktopHost } from './run-desktop-host.ts'

/** @param args the flags as they were given; the desktop app reads them itself */
export async function startDesktop(root: string, args: readonly string[]): Promise<DesktopOutcome> {
  const electron = findElectronPackage(root)
  if (electron === null) {
    return { kind: 'failed', why: 'Electron is not installed. Install it with: npm install electron' }
  }
  if (findElectronBinary(electron) === null) {
    const problem = await fetchElectron(electron, platformName, createProgressLine())
    if (problem !== null) return { kind: 'failed', why: problem }
  }
  const binary = findElectronBinary(electron)
  if (binary === null)
    return { kind: 'failed', why: 'Electron is not whole after fetching it. Run npm ci again.' }
  return runDesktopHost({ binary, args: [root, ...args] })
}

/** On a terminal one line that changes; elsewhere a line for each whole step, so that a log stays short. */
function createProgressLine(): (progress: string) => void {
  let last = ''
  return (progress) => {
    if (progress === last) return
    last = progress
    if (process.stdout.isTTY) process.stdout.write(`\r${progress} `)
    else if (/: (\d*0) of /.test(progress)) process.stdout.write(`${progress}\n`)
  }
}
