/** Fetches Electron's program on the first start: with progress, and without waiting for a network that is not there. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PlatformName } from '../host/platform-name.ts'
import type { ElectronPackage } from './electron-binary.ts'

type Progress = { readonly transferred: number; readonly total: number | null }

/** The part of `@electron/get` that is used here; it comes with electron and is not ours to depend on. */
type ElectronGet = {
  downloadArtifact(details: {
    readonly version: string
    readonly artifactName: string
    readonly platform: string
    readonly arch: string
    readonly checksums: Readonly<Record<string, string>>
    readonly downloadOptions: {
      readonly quiet: boolean
      readonly signal: AbortSignal
      readonly getProgressCallback: (progress: Progress) => Promise<void>
    }
  }): Promise<string>
  getHostArch(): string
}

/** So long without a single byte means that there is no way to the download. */
const stalledAfterMs = 8_000

/**
 * Puts Electron's program into its package. What was fetched before is taken from Electron's own cache.
 * @param show told how far it is, in a sentence
 * @returns null when it is there, otherwise a sentence that says why not
 */
export async function fetchElectron(
  electron: ElectronPackage,
  platform: PlatformName,
  show: (progress: string) => void,
): Promise<string | null> {
  try {
    await download(electron, platform, show)
    return await unpack(electron)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return `Electron could not be fetched (${cause}). With a network, start it again for the desktop app.`
  }
}

async function download(
  electron: ElectronPackage,
  platform: PlatformName,
  show: (progress: string) => void,
): Promise<void> {
  const get = await loadElectronGet(electron)
  const stalled = new AbortController()
  const giveUp = (): void => stalled.abort(new Error('nothing came for 8 seconds'))
  let watchdog = setTimeout(giveUp, stalledAfterMs)
  try {
    await get.downloadArtifact({
      version: electron.version,
      artifactName: 'electron',
      platform,
      arch: get.getHostArch(),
      checksums: readChecksums(electron),
      downloadOptions: {
        quiet: true,
        signal: stalled.signal,
        getProgressCallback: async (progress) => {
          clearTimeout(watchdog)
          watchdog = setTimeout(giveUp, stalledAfterMs)
          show(describeProgress(electron.version, progress))
        },
      },
    })
  } finally {
    clearTimeout(watchdog)
  }
}

export function describeProgress(version: string, { transferred, total }: Progress): string {
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0)
  const amount =
    total === null ? `${megabytes(transferred)} MB` : `${megabytes(transferred)} of ${megabytes(total)} MB`
  return `Fetching Electron ${version}: ${amount}`
}

async function loadElectronGet(electron: ElectronPackage): Promise<ElectronGet> {
  const path = createRequire(join(electron.folder, 'package.json')).resolve('@electron/get')
  return (await import(pathToFileURL(path).href)) as ElectronGet // a module of another package, by its documented exports
}

const readChecksums = (electron: ElectronPackage): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(electron.folder, 'checksums.json'), 'utf8')) as Record<string, string> // electron's own list

/** Electron's own installer finds the download in the cache. */
function unpack(electron: ElectronPackage): Promise<string | null> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(electron.folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    installer.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    installer.on('error', (error) => resolve(`Electron could not be unpacked (${error.message}).`))
    installer.on('exit', (code) => {
      const cause = stderr.trim().split('\n')[0] ?? ''
      resolve(code === 0 ? null : `Electron could not be unpacked (${cause}).`)
    })
  })
}
