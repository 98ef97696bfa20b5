/** `docs/server-reference.md`, made from the tables that the server itself works by. */
import { defaultText, flagText, groupedOptions } from '../../configuration/help-text.ts'
import { kindOf, type Option, variableOf } from '../../configuration/option.ts'
import { type EventDefinition, type EventName, serverEvents } from '../../log/server-events.ts'
import { createPrometheusMetrics } from '../../metrics/create-prometheus-metrics.ts'
import { readExposition } from '../../metrics/testing/read-exposition.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

function optionRow([name, option]: readonly [string, Option]): readonly string[] {
  const notes = [option.help]
  if (kindOf(option) === 'list') notes.push('may be repeated; with commas in the environment')
  const flag = flagText(name, option)
  return [`\`${flag}\``, `\`${variableOf(name)}\``, defaultText(option) ?? '', notes.join('; ')]
}

const optionTables = (): string =>
  groupedOptions()
    .map(({ title, options }) => `### ${title}\n\n${table(optionHeads, options.map(optionRow))}`)
    .join('\n\n')

const optionHeads = ['flag', 'environment', 'default', 'what it does']

function eventTable(): string {
  const events = Object.entries(serverEvents) as [EventName, Pick<EventDefinition, 'level' | 'meaning'>][] // a literal
  return table(
    ['event', 'level', 'what it means'],
    events.map(([name, { level, meaning }]) => [`\`${name}\``, level, meaning]),
  )
}

async function metricTable(): Promise<string> {
  const answer = await createPrometheusMetrics({ withProcess: false }).render()
  const { families } = readExposition(answer?.body ?? '')
  return table(
    ['metric', 'type', 'what it counts'],
    families.map(({ name, type, help }) => [`\`${name}\``, type, help]),
  )
}

export async function referenceText(): Promise<string> {
  return `# The server's options, log and metrics

Made from the program's own tables by \`npx vitest run src/server/operating --update\`: change it there. How to use them is in
[operating.md](operating.md).

## Options

Flags win over the environment, which wins over the file of \`--config FILE\` (or \`TOCSIN_SERVER_CONFIG\`): a JSON object with
the flag's name as key, such as \`{"port": 9000, "demo": false, "data-dir": "/data"}\`. A variable that is empty is not set.
What is unknown or wrong ends the start with code 2 and one line that names the place. \`--print-config\` tells what is in
force and where it comes from, \`--check-config\` checks it alone.

${optionTables()}

## Log

One line on stderr for each event: JSON with \`level\`, \`time\`, \`event\`, the event's fields and \`msg\`, or text on a terminal. No
line has a token or the text of a notification in it. At most 100 lines a minute of each event.

${eventTable()}

## Metrics

At \`/metrics\`, in Prometheus' text format, with those of the process (\`process_…\`, \`nodejs_…\`).

${await metricTable()}
`
}
