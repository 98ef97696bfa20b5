/** `--help`, made from the table. */
import { flagOf, kindOf, type Option, type OptionGroup } from './option.ts'
import { optionNames, serverOptions } from './server-options.ts'

const titles: Readonly<Record<OptionGroup, string>> = {
  serving: 'Serving',
  access: 'Access',
  limits: 'Limits',
  mock: 'Mock',
  nodes: 'Many nodes',
  operating: 'Operating',
}

const width = 100
const indent = 24

const entryOf = (left: string, text: string): string => {
  const lines = wrap(text, width - indent)
  const head = `  ${left}`.padEnd(indent)
  // A flag that is too long for its column has its text below it.
  const first = head.length > indent ? [head, `${' '.repeat(indent)}${lines[0]}`] : [`${head}${lines[0]}`]
  return [...first, ...lines.slice(1).map((line) => `${' '.repeat(indent)}${line}`)].join('\n')
}

/** `--demo, --no-demo`, `--port N` */
export function flagText(name: string, option: Option): string {
  if (kindOf(option) === 'boolean') return `${flagOf(name)}, ${flagOf(`no-${name}`)}`
  return `${flagOf(name)} ${option.valueName ?? 'VALUE'}`
}

/** How a default is told, in words or as its value; null: there is none to tell. */
export function defaultText(option: Option): string | null {
  if (option.defaultText !== undefined) return option.defaultText
  const value = option.default
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** The table's options by group; within a group in its order. */
export function groupedOptions(): readonly {
  readonly title: string
  readonly options: readonly (readonly [name: string, option: Option])[]
}[] {
  const all = optionNames.map((name) => [name, serverOptions[name] as Option] as const)
  return Object.entries(titles)
    .map(([group, title]) => ({ title, options: all.filter(([, option]) => option.group === group) }))
    .filter(({ options }) => options.length > 0)
}

function groupText({ title, options }: ReturnType<typeof groupedOptions>[number]): string {
  const entries = options.map(([name, option]) => {
    const chosen = defaultText(option)
    const repeatable = kindOf(option) === 'list' ? '; may be repeated' : ''
    const text = `${option.help}${repeatable}${chosen === null ? '' : ` (default: ${chosen})`}`
    return entryOf(flagText(name, option), text)
  })
  return [`${title}:`, ...entries].join('\n')
}

export const helpText = `Usage: tocsin-server [options]
       tocsin-server token create|list|revoke …    (tocsin-server token --help)

Serves the Notification WebSocket API at ws://ADDRESS:PORT/ws/notify/{client_id}.
Publish with: curl -d "Backup done" ADDRESS:PORT/notify/{client_id}

${groupedOptions().map(groupText).join('\n\n')}

Configuration:
${[
  entryOf('--config FILE', 'Options as a JSON object, such as {"port": 9000, "demo": false}'),
  entryOf('--print-config', 'Print what is in force, and where each value comes from'),
  entryOf('--check-config', 'Check the configuration, and do nothing else'),
  entryOf('--help', 'Print this'),
  entryOf('--version', 'Print the version'),
].join('\n')}

Flags win over the environment (--data-dir is TOCSIN_SERVER_DATA_DIR), which wins over the file.
`

function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
