/** The command line of `tocsin-server`: flags, environment and file in, a decision out. Prints nothing. */

import { readTokenCommand, type TokenCommand } from '../access/token-command.ts'
import { problemOf } from './configuration-rules.ts'
import { helpText } from './help-text.ts'
import { printConfiguration } from './print-configuration.ts'
import { fileFlag, readConfiguration } from './read-configuration.ts'
import type { Environment } from './read-environment.ts'
import { parseFlags } from './read-flags.ts'
import type { Configuration } from './server-options.ts'

export type ServerCommand =
  | { readonly kind: 'serve'; readonly configuration: Configuration }
  | { readonly kind: 'version' }
  | { readonly kind: 'token'; readonly command: TokenCommand }
  /** `text` is all there is to do. */
  | { readonly kind: 'print'; readonly text: string }
  /** `line` says what is wrong and what to do. */
  | { readonly kind: 'refused'; readonly line: string }

const commandFlags = {
  ...fileFlag,
  'print-config': { type: 'boolean' },
  'check-config': { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

/**
 * @param args what follows the command's name
 * @param readText gives the text of a file, or throws as Node does
 */
export function readServerCommand(
  args: readonly string[],
  environment: Environment,
  readText: (path: string) => string,
): ServerCommand {
  if (args[0] === 'token') {
    return { kind: 'token', command: readTokenCommand(args.slice(1), environment, readText) }
  }
  const flags = parseFlags(args, commandFlags)
  if (!flags.ok) return refuse(flags.problem)
  const { values } = flags
  if (values['help']) return { kind: 'print', text: helpText }
  if (values['version']) return { kind: 'version' }
  const read = readConfiguration({ flags, environment, readText })
  if (!read.ok) return refuse(read.problem)
  const { configuration, sources } = read
  const problem = problemOf(configuration)
  if (problem !== null) return refuse(problem)
  if (values['print-config']) return { kind: 'print', text: printConfiguration(configuration, sources) }
  if (values['check-config']) return { kind: 'print', text: 'The configuration is as it should be.\n' }
  return { kind: 'serve', configuration }
}

const refuse = (problem: string): ServerCommand => ({
  kind: 'refused',
  line: `tocsin-server: ${problem.replaceAll(/\p{Cc}+/gu, ' ')}. Try --help.`,
})
