/** Reads the command line's flags by the table. What a command has beside the options is the caller's (`extra`). */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { flagOf, kindOf } from './option.ts'
import { checkValue, readText } from './read-value.ts'
import { isOptionName, optionNames, serverOptions } from './server-options.ts'
import type { ReadSettings, Setting } from './setting.ts'

type FlagValue = string | boolean | readonly (string | boolean)[] | undefined

export type Flags = {
  /** By name, options and extra ones. */
  readonly values: Readonly<Record<string, FlagValue>>
}

/**
 * @param args what follows the command's name
 * @returns a problem without a full stop where it is no command line of ours
 */
export function parseFlags(
  args: readonly string[],
  extra: ParseArgsOptionsConfig,
): ({ readonly ok: true } & Flags) | { readonly ok: false; readonly problem: string } {
  const options: ParseArgsOptionsConfig = { ...extra }
  for (const name of optionNames) {
    const kind = kindOf(serverOptions[name])
    options[name] = { type: kind === 'boolean' ? 'boolean' : 'string', multiple: kind === 'list' }
  }
  try {
    return { ok: true, values: parseArgs({ args: [...args], options, allowNegative: true }).values }
  } catch (error) {
    return { ok: false, problem: firstSentence(error) }
  }
}

export function readFlags({ values }: Flags): ReadSettings {
  const settings: Setting[] = []
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || !isOptionName(name)) continue
    const option = serverOptions[name]
    const flag = value === false ? flagOf(`no-${name}`) : flagOf(name)
    const read = typeof value === 'string' ? readText(option, value, flag) : checkValue(option, value, flag)
    if (!read.ok) return read
    settings.push({ name, value: read.value, source: { kind: 'flag', flag } })
  }
  return { ok: true, settings }
}

/** Node's messages go on with advice, over several lines at times; one clear line is promised. */
export function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\.?\n|\. /, 1)[0] ?? message
}
