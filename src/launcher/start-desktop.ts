/** The desktop app's start: Electron found, or fetched, then run. */

import type { Flags } from '../host/flags.ts'
import { platformName } from '../host/platform-name.ts'
import { findElectronBinary, findElectronPackage } from './electron-binary.ts'
import { fetchElectron } from './fetch-electron.ts'
import { type DesktopOutcome, runDesktopHost } from './run-desktop-host.ts'

export async function startDesktop(root: string, flags: Flags): Promise<DesktopOutcome> {
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
  return runDesktopHost({ binary, args: [root, ...toDesktopArguments(flags)] })
}

/** Written with `=`: on Windows Electron refuses every argument that follows one with the shape of an address. */
export function toDesktopArguments(flags: Flags): readonly string[] {
  const { source, dataDir, frequencySeconds, isHidden, link } = flags
  return [
    ...(source === null ? [] : [`--source=${source}`]),
    ...(dataDir === null ? [] : [`--data-dir=${dataDir}`]),
    ...(frequencySeconds === null ? [] : [`--frequency=${frequencySeconds}`]),
    ...(isHidden ? ['--hidden'] : []),
    // Last, and after a `--`: from there on Chromium reads no switches, whatever the link says.
    ...(link === null ? [] : ['--', link]),
  ]
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
