/** Match rules (D-Bus specification, "Match Rules"): those keys that our clients use. */
import { messageTypes, type WireMessage } from './wire-message.ts'

export type MatchRule = Readonly<Record<string, string>>

export const parseMatchRule = (text: string): MatchRule =>
  Object.fromEntries([...text.matchAll(/(\w+)='([^']*)'/g)].map(([, key, value]) => [key, value]))

/** @param isSender whether the message comes from the owner of that name */
export function matchesRule(
  rule: MatchRule,
  message: WireMessage,
  firstArgument: string | null,
  isSender: (name: string) => boolean,
): boolean {
  return Object.entries(rule).every(([key, value]) => {
    if (key === 'type') return value === 'signal' && message.type === messageTypes.signal
    if (key === 'sender') return isSender(value)
    if (key === 'path' || key === 'interface' || key === 'member') return message[key] === value
    if (key === 'arg0') return firstArgument === value
    throw new Error(`The test bus does not know ${key} in a match rule.`)
  })
}
