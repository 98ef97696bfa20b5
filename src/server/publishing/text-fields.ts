/** A notification's fields that came as text, by header or by query: each into the type that it has on the wire. */
import type { IncomingHttpHeaders } from 'node:http'

export type TextFields =
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly problem: string; readonly field: string }

type Reader = (text: string) => unknown

const asText: Reader = (text) => text
const asNumber: Reader = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined)
const asFlag: Reader = (text) => flags.get(text.toLowerCase())
const asLowerCase: Reader = (text) => text.toLowerCase()

const flags: ReadonlyMap<string, boolean> = new Map([
  ...(['true', 'yes', '1', 'on'] as const).map((text) => [text, true] as const),
  ...(['false', 'no', '0', 'off'] as const).map((text) => [text, false] as const),
])

/** `header`: none where the name means something else to HTTP. */
const fields: readonly { readonly name: string; readonly header: string | null; readonly read: Reader }[] = [
  { name: 'type', header: 'type', read: asLowerCase },
  { name: 'title', header: 'title', read: asText },
  { name: 'message', header: null, read: asText },
  { name: 'id', header: null, read: asText },
  { name: 'priority', header: 'priority', read: asLowerCase },
  { name: 'action_required', header: 'action-required', read: asFlag },
  { name: 'error_code', header: 'error-code', read: asNumber },
  { name: 'retry_allowed', header: 'retry-allowed', read: asFlag },
  { name: 'completion_time', header: 'completion-time', read: asText },
]

/** Names of headers that are read. */
export const textHeaders: readonly string[] = fields.flatMap(({ header }) => header ?? [])

export const isTextField = (key: string): boolean => fields.some(({ name }) => name === key.replace('-', '_'))

/** RFC 9218: browsers say by the same header how urgent an answer is (`u=1, i`). */
const httpPriority = /^(u=|i\b)/

/** The query's word counts before a header's. What is not known is left alone: it may be a token. */
export function textFields(headers: IncomingHttpHeaders, query: URLSearchParams): TextFields {
  const found: Record<string, unknown> = {}
  for (const { name, header, read } of fields) {
    const text = query.get(name) ?? query.get(name.replace('_', '-')) ?? headerText(headers, header)
    if (text === null || (name === 'priority' && httpPriority.test(text))) continue
    const value = read(text)
    if (value === undefined) {
      const wanted = read === asNumber ? 'a number' : 'true or false'
      return { problem: `"${name}" must be ${wanted}, and "${text}" is not.`, field: name }
    }
    found[name] = value
  }
  return { fields: found }
}

function headerText(headers: IncomingHttpHeaders, name: string | null): string | null {
  const value = name === null ? undefined : headers[name]
  if (typeof value !== 'string') return null
  // Node reads headers as Latin-1; a terminal sends UTF-8.
  const bytes = Buffer.from(value, 'latin1')
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') ? value : text
}
