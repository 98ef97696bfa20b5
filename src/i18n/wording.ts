/**
 * What is to be said, before it is: which text, and its values. Data, so that it can be kept, compared and posted to
 * another thread, and is said in whatever language is chosen by then.
 */
import type { TextKey, TextValue, TextValues } from './catalogue.ts'
import type { I18n } from './create-i18n.ts'

/** A string is said as it is: it is a server's, the system's, or a person's own. */
export type Wording = string | KeyedWording

type KeyedWording = {
  readonly key: TextKey
  readonly values?: Readonly<Record<string, TextValue | KeyedWording>>
}

/** As `TextValues`; a value may be a wording of its own. */
type WordingValues<Key extends TextKey> =
  TextValues<Key> extends readonly [infer Values]
    ? readonly [values: { readonly [Name in keyof Values]: Values[Name] | Wording }]
    : readonly []

export function worded<Key extends TextKey>(key: Key, ...[values]: WordingValues<Key>): Wording {
  return values === undefined ? { key } : { key, values }
}

export function say(i18n: I18n, wording: Wording): string {
  if (typeof wording === 'string') return wording
  const { key, values } = wording
  // That these values are the key's was checked where it was worded.
  const t = i18n.t as (key: TextKey, values?: Readonly<Record<string, TextValue>>) => string
  if (values === undefined) return t(key)
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? say(i18n, value) : value,
  ])
  return t(key, Object.fromEntries(said))
}

/** Whether both say the same. */
export function isSameWording(one: Wording | null, other: Wording | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
