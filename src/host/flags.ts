/** The command line of `tocsin`: parsed and checked, with one clear sentence for each mistake. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { HostName } from '../contract/settings-table.ts'
import { describeEndpointProblem } from '../engine/connection/endpoint-problem.ts'
import { speakEnglish } from '../i18n/speak-english.ts'
import { say, type Wording } from '../i18n/wording.ts'
import { resolveEndpoint } from '../protocol/endpoint.ts'
import { frequencySeconds, isFrequency } from '../protocol/limits.ts'
import { isLink, parseLink } from './link.ts'

export type Flags = {
  /** Null: whichever can run here. */
  readonly host: HostName | null
  /** Null: the one in the settings, or the built-in server. */
  readonly source: string | null
  /** Absolute. Null: the platform's own place. */
  readonly dataDir: string | null
  /** Null: the usual one. 0: any free one. */
  readonly port: number | null
  readonly opensBrowser: boolean
  readonly frequencySeconds: number | null
  /** No window at the start. */
  readonly isHidden: boolean
  /** What to open, `tocsin://…`; for the desktop app it is not judged here. */
  readonly link: string | null
}

export type FlagsResult =
  | { readonly kind: 'run'; readonly flags: Flags }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'bad'; readonly problem: string }

export const helpText = `Usage: tocsin [options] [tocsin://…]

Every notification of your systems: a toast, a row in a history you own, an acknowledgement.

Options:
  --host desktop|browser  which host; by default desktop where Electron and a display are there, else browser
  --source URL            a notification endpoint, ws:// or wss://; by default the server built into Tocsin
  --data-dir DIR          where settings and history live
  --port N                browser host: the port, 0 for any free one
  --no-open               browser host: do not open a browser
  --frequency S           sets the frequency, 1 to 30 seconds
  --hidden                starts without a window
  --help                  shows this
  --version               shows the version

Links, opened by the desktop app:
  tocsin://notification/7            a notification
  tocsin://search?q=disk             what a search finds
  tocsin://source?url=wss://host     another source, once you have agreed
`

const options = {
  host: { type: 'string' },
  source: { type: 'string', multiple: true },
  'data-dir': { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  frequency: { type: 'string' },
  hidden: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

class BadFlag extends Error {}

export type ParseMode = {
  /**
   * For the desktop app, whose command line Chromium shares: what is not ours is passed over. A link is left as it is:
   * who clicked it sees no terminal, so that the window has to say what is wrong with it.
   */
  readonly ignoreUnknown: boolean
}

/** @param args without the program's own name */
export function parseFlags(
  args: readonly string[],
  { ignoreUnknown }: ParseMode = { ignoreUnknown: false },
): FlagsResult {
  try {
    const { values, positionals } = readValues(ignoreUnknown ? args.filter(isOurs) : args)
    if (values.help) return { kind: 'help' }
    if (values.version) return { kind: 'version' }
    return {
      kind: 'run',
      flags: {
        host: parseHost(values.host),
        source: parseSource(values.source),
        dataDir: parseDataDir(values['data-dir']),
        port: parsePort(values.port),
        opensBrowser: !values['no-open'] && !values.hidden,
        frequencySeconds: parseFrequency(values.frequency),
        isHidden: values.hidden ?? false,
        link: ignoreUnknown ? (positionals.at(-1) ?? null) : parsePositionals(positionals),
      },
    }
  } catch (error) {
    return { kind: 'bad', problem: `${firstSentence(error)} See --help.` }
  }
}

const readValues = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, strict: true, allowPositionals: true })

/** Ours are written `--name=value` or `--name value`; of the latter, the value stands alone. */
function isOurs(argument: string, index: number, all: readonly string[]): boolean {
  if (optionName(argument) !== null || isLink(argument)) return true
  const before = optionName(all[index - 1] ?? '')
  return before !== null && options[before].type === 'string' && !(all[index - 1] ?? '').includes('=')
}

function optionName(argument: string): keyof typeof options | null {
  const name = /^--([a-z-]+)(=|$)/.exec(argument)?.[1]
  return name !== undefined && Object.hasOwn(options, name) ? (name as keyof typeof options) : null // an own key
}

function parseHost(value: string | undefined): HostName | null {
  if (value === undefined) return null
  if (value === 'desktop' || value === 'browser') return value
  throw new BadFlag(`--host is "desktop" or "browser", not "${value}".`)
}

function parseSource(values: readonly string[] | undefined): string | null {
  const [value, ...more] = values ?? []
  if (value === undefined) return null
  if (more.length > 0) throw new BadFlag('--source can be given once: this version listens to one source.')
  const endpoint = resolveEndpoint(value, 'any')
  if (!endpoint.ok) {
    throw new BadFlag(`--source: ${inEnglish(describeEndpointProblem(endpoint.problem, value, 'any'))}`)
  }
  return value
}

function parseDataDir(value: string | undefined): string | null {
  if (value === undefined) return null
  if (value === '') throw new BadFlag('--data-dir needs the name of a folder.')
  return resolve(value)
}

function parsePort(value: string | undefined): number | null {
  if (value === undefined) return null
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new BadFlag(`--port is a number from 0 to 65535, not "${value}".`)
}

function parseFrequency(value: string | undefined): number | null {
  if (value === undefined) return null
  const seconds = value.trim() === '' ? Number.NaN : Number(value)
  if (isFrequency(seconds)) return seconds
  throw new BadFlag(
    `--frequency is a number of seconds from ${frequencySeconds.min} to ${frequencySeconds.max}, not "${value}".`,
  )
}

function parsePositionals([link, ...more]: readonly string[]): string | null {
  if (link === undefined) return null
  if (more.length > 0) throw new BadFlag('One link can be given, and nothing else without a dash.')
  if (!isLink(link)) throw new BadFlag('What is given without a dash must be a link, tocsin://….')
  const read = parseLink(link)
  if (read.kind === 'bad') throw new BadFlag(inEnglish(read.problem))
  return link
}

/** As everything on a terminal. */
const inEnglish = (wording: Wording): string => say(speakEnglish(), wording)

/** Node's own messages go on with advice about positional arguments that helps nobody here. */
const firstSentence = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return error instanceof BadFlag ? message : `${message.split('. ')[0]}.`.replaceAll('\n', ' ')
}
