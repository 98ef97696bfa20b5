/** The window's own files, as answers with their headers: one way of serving them, for both hosts. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path'

export type FileAnswer = {
  readonly status: 200 | 400 | 404 | 502
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** @param url its path counts, still percent-encoded, and for the development server its query */
export type WindowFiles = (url: URL) => Promise<FileAnswer>

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** In Electron permissions are denied as well; this is for a browser, where a user could be asked. */
const deniedFeatures = [
  ...['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment'],
  ...['publickey-credentials-get', 'serial', 'usb', 'xr-spatial-tracking'],
]

/** @param connectSources what the page may connect to besides its own origin, such as `ws://127.0.0.1:8788` */
export function windowHeaders(connectSources: readonly string[]): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectSources].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Text never becomes a script or a tree of elements, whoever tries: the window makes its elements one by one.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': `${deniedFeatures.join('=(), ')}=()`,
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** @param folder absolute; nothing outside it is ever read */
export function createWindowFiles(folder: string, headers: Readonly<Record<string, string>>): WindowFiles {
  return async ({ pathname }) => {
    const path = locate(folder, pathname)
    if (path === null) return plain(400, 'That is not the address of a file of this window.')
    try {
      const body = await readFile(path)
      const type = contentTypes[extname(path)] ?? 'application/octet-stream'
      const kept = isNamedByContent(folder, path) ? keptForever : keptWhileSame(body)
      return { status: 200, headers: { ...headers, ...kept, 'content-type': type }, body }
    } catch {
      return plain(404, 'There is no such file in this window.')
    }
  }
}

/** The build puts a hash of what is in a file into its name: another content is another file. */
const isNamedByContent = (folder: string, path: string): boolean =>
  dirname(path) === join(folder, 'assets') && /-[\w-]{8}\.\w+$/.test(basename(path))

const keptForever = { 'cache-control': 'private, max-age=31536000, immutable' } as const

/** Asked for each time, and sent again only when it is another. */
const keptWhileSame = (body: Uint8Array): Readonly<Record<string, string>> => ({
  'cache-control': 'private, no-cache',
  etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
})

/** Checked after decoding: a URL keeps `%2e%2e%2f` as it is. */
function locate(folder: string, pathname: string): string | null {
  const decoded = decode(pathname)
  // A colon would name a drive or a stream of a file on Windows.
  if (decoded === null || /[\0\\:]/.test(decoded)) return null
  const path = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`)
  const inside = relative(folder, path)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : path
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

export function plain(status: 400 | 404 | 502, text: string): FileAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
    body: new TextEncoder().encode(`${text}\n`),
  }
}
