/** Serves the window's files on 127.0.0.1 to whoever has the token. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WindowFiles } from '../host/window-files.ts'
import { type Access, isOwnHost } from './access.ts'

export type PageServer = {
  readonly http: Server
  readonly port: number
}

/** Where one usually finds it; any free one is taken when this is in use. */
export const usualPort = 8788

/**
 * @param port null for the usual one, or any free one when that is taken; 0 for any free one
 * @param sayNoKey what somebody without the key is told
 * @throws Error, in English for the terminal, when a port that was asked for cannot be had
 */
export async function startPageServer(
  port: number | null,
  access: Access,
  files: (port: number) => WindowFiles,
  sayNoKey: () => string,
): Promise<PageServer> {
  const http = createServer()
  const actualPort = await listen(http, port)
  const serve = files(actualPort)
  http.on('request', (request, response) => {
    // Whatever goes wrong with one request is the end of that request alone.
    answer(request, response, { access, port: actualPort, serve, sayNoKey }).catch(() => response.destroy())
  })
  return { http, port: actualPort }
}

async function listen(http: Server, port: number | null): Promise<number> {
  try {
    return await tryPort(http, port ?? usualPort)
  } catch (error) {
    if (port === null) return tryPort(http, 0)
    const code = (error as NodeJS.ErrnoException).code // what `listen` fails with is a system error
    const cause = code === 'EADDRINUSE' ? 'another program uses it' : (error as Error).message
    throw new Error(
      `Port ${port} cannot be had: ${cause}. Choose another with --port, or 0 for any free one.`,
    )
  }
}

function tryPort(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => {
      http.removeListener('error', reject)
      resolve((http.address() as AddressInfo).port) // a TCP server that listens has an address of this form
    })
  })
}

type AnswerDeps = {
  readonly access: Access
  readonly port: number
  readonly serve: WindowFiles
  readonly sayNoKey: () => string
}

async function answer(request: IncomingMessage, response: ServerResponse, deps: AnswerDeps): Promise<void> {
  const { access, port, serve } = deps
  if (!isOwnHost(request.headers.host, port))
    return refuse(response, 421, 'This is not the address of Tocsin.')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET is answered here.')
  // `//` and the like are no addresses, and any program may send them.
  if (!URL.canParse(request.url ?? '', 'http://127.0.0.1'))
    return refuse(response, 400, 'That is no address.')
  const url = new URL(request.url ?? '', 'http://127.0.0.1')
  if (access.opens(url.searchParams.get('token'))) {
    response.writeHead(303, {
      'set-cookie': access.cookieHeader(port),
      location: '/',
      'referrer-policy': 'no-referrer',
    })
    response.end()
    return
  }
  if (!access.hasCookie(request.headers.cookie, port)) {
    return refuse(response, 403, deps.sayNoKey())
  }
  const file = await serve(url)
  if (file.headers['etag'] !== undefined && request.headers['if-none-match'] === file.headers['etag']) {
    response.writeHead(304, { ...file.headers })
    response.end()
    return
  }
  response.writeHead(file.status, { ...file.headers })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  response.end(`${text}\n`)
}
