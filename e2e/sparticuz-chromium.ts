/** The Chromium in the npm package `@sparticuz/chromium`: made for servers without a desktop, with the libraries it needs. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

export type FoundChromium = {
  readonly executablePath: string
  /** What it needs in its environment besides the usual. */
  readonly env: Readonly<Record<string, string>>
}

/** Program, fonts, software rendering, and the NSS libraries that a bare system lacks. */
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'] as const

const fontsConfiguration = 'tocsin-fonts.conf'

/**
 * Unpacked once for each version and user. Not with the package's own `executablePath()`: that takes whatever lies in
 * the temporary folder under its name, also another user's, or half of one.
 */
export async function unpackSparticuzChromium(): Promise<FoundChromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const packageFolder = join(dirname(entry), '..')
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const { version } = manifest as { readonly version: string } // npm demands it
  const folder = join(tmpdir(), `tocsin-chromium-${version}-${userInfo().username}`)
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, fontsConfiguration),
    },
  }
}

async function unpack(from: string, folder: string): Promise<void> {
  const partial = mkdtempSync(`${folder}-`)
  // The package unpacks into the temporary folder, wherever that is at the moment.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = partial
  try {
    await Promise.all(archives.map((archive) => inflate(join(from, archive))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  writeFileSync(join(partial, fontsConfiguration), describeFonts(folder))
  try {
    renameSync(partial, folder)
  } catch (error) {
    // Another run was faster.
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** The package's own names folders of its usual home; and with no font at all, Chromium ends at the first text field. */
const describeFonts = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
