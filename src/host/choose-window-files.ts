/** The built window, or the development server's while `npm run dev` runs. */
import { createWindowFiles, type FileAnswer, plain, type WindowFiles, windowHeaders } from './window-files.ts'

/** Replaced by the build; source that Node runs itself has no such thing. */
const isBuilt = (import.meta as { readonly env?: { readonly PROD?: boolean } }).env?.PROD === true

/** Set by `npm run dev`, as electron-vite does it. A program that was built for use shows no pages but its own. */
const developmentUrl = isBuilt ? undefined : process.env['ELECTRON_RENDERER_URL']

/**
 * @param folder the built window
 * @param connectSources what the page may connect to besides its own origin
 */
export function chooseWindowFiles(folder: string, connectSources: readonly string[]): WindowFiles {
  return developmentUrl === undefined
    ? createWindowFiles(folder, windowHeaders(connectSources))
    : relayDevelopmentServer(developmentUrl)
}

/** Passes the development server's files on, so that addresses and checks are the same as in the built program. */
function relayDevelopmentServer(url: string): WindowFiles {
  return async ({ pathname, search }): Promise<FileAnswer> => {
    try {
      const response = await fetch(new URL(pathname + search, url))
      const body = new Uint8Array(await response.arrayBuffer())
      const type = response.headers.get('content-type') ?? 'application/octet-stream'
      return { status: response.ok ? 200 : 404, headers: { 'content-type': type }, body }
    } catch {
      return plain(502, `The development server at ${url} does not answer.`)
    }
  }
}
