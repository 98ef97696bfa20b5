/** The command line of `tocsin-server`: flags in, a decision out. Reads and prints nothing. */
import { parseArgs } from 'node:util'
import { isLoopback } from './server-address.ts'

export type ServerCommand =
  | {
      readonly kind: 'serve'
      readonly bind: string
      readonly port: number
      readonly demo: boolean
      /** Null: where the system keeps data. */
      readonly dataDir: string | null
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** `line` says what is wrong and what to do. */
  | { readonly kind: 'refused'; readonly line: string }

export const helpText = `Usage: tocsin-server [options]

Serves the Notification WebSocket API at ws://ADDRESS:PORT/ws/notify/{client_id}.
Publish with: curl -d "Backup done" ADDRESS:PORT/notify/{client_id}

  --bind ADDRESS  the address to listen on (default 127.0.0.1)
  --port N        the port, 0 for any free one (default 8787)
  --no-demo       generate nothing by itself: only what is published
  --data-dir DIR  where published notifications wait for their clients (default: a folder
                  for this port where the system keeps data; port 0: in memory only)
  --help          print this
  --version       print the version
`

const flags = {
  bind: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8787' },
  'no-demo': { type: 'boolean', default: false },
  'data-dir': { type: 'string' },
  'token-file': { type: 'string' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const

type Flags = ReturnType<typeof readFlags>

/** @param args what follows the command's name */
export function parseServerArguments(args: readonly string[]): ServerCommand {
  let values: Flags
  try {
    values = readFlags(args)
  } catch (error) {
    return refuse(firstSentence(error))
  }
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  return decide(values)
}

const readFlags = (args: readonly string[]) => parseArgs({ args: [...args], options: flags }).values

function decide(values: Flags): ServerCommand {
  const { bind } = values
  // Later: tokens. Until then no silent "yes" to a flag that guards something.
  if (values['token-file'] !== undefined) {
    return refuse('This version cannot do --token-file yet: leave it out')
  }
  if (bind === '') return refuse('--bind needs an address, such as 127.0.0.1')
  if (!isLoopback(bind)) {
    return refuse(
      `--bind ${bind} would let other machines in, which needs --token-file, and this version cannot do that yet: use 127.0.0.1`,
    )
  }
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
  if (!(port <= 65_535)) return refuse(`--port needs a number from 0 to 65535, and "${values.port}" is not`)
  const dataDir = values['data-dir'] ?? null
  if (dataDir === '') return refuse('--data-dir needs a folder')
  return { kind: 'serve', bind, port, demo: !values['no-demo'], dataDir }
}

const refuse = (problem: string): ServerCommand => ({
  kind: 'refused',
  line: `tocsin-server: ${problem.replaceAll(/\p{Cc}+/gu, ' ')}. Try --help.`,
})

/** Node's messages go on with advice, over several lines at times; one clear line is promised. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\.?\n|\. /, 1)[0] ?? message
}
