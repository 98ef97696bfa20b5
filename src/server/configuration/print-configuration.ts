/** `--print-config`: what is in force, and where each value comes from. Secrets are only said to be there. */
import { assertNever } from '../assert-never.ts'
import type { Option } from './option.ts'
import { type Configuration, type OptionName, optionNames, serverOptions } from './server-options.ts'
import type { Source } from './setting.ts'

/** One line an option: `port = 9000  (TOCSIN_SERVER_PORT)`. */
export function printConfiguration(
  configuration: Configuration,
  sources: Readonly<Record<OptionName, Source>>,
): string {
  const lines = optionNames.map((name) => {
    const value = configuration[name]
    const option: Option = serverOptions[name]
    const shown = option.isSecret && value !== null ? '(hidden)' : JSON.stringify(value)
    return `${name} = ${shown}  (${sourceText(sources[name])})\n`
  })
  return lines.join('')
}

function sourceText(source: Source): string {
  switch (source.kind) {
    case 'flag':
      return source.flag
    case 'variable':
      return source.variable
    case 'file':
      return source.path
    case 'default':
      return 'default'
    default:
      return assertNever(source)
  }
}
