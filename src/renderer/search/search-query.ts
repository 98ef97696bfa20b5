/** What is asked for what was typed: the words, the buttons beside the box, the word that is still being typed. Pure. */
import type { Filter } from '../../contract/commands.ts'
import { notificationTypes } from '../../protocol/notification-type.ts'

/** Leaves room for what is added to it: the contract takes 1,000. */
export const searchTextLimit = 900

export const isSearching = (search: string): boolean => search.trim() !== ''

/**
 * The query for a text and the filter buttons. It begins with the text as it stands, so that positions in the query
 * are positions in the text.
 * @returns empty when nothing is asked for
 */
export function composeQuery(search: string, filter: Filter): string {
  const words = isSearching(search) ? `${search}${isLastWordOpen(search) ? '*' : ''}` : ''
  return [words, ...stateWords(filter), ...typeWords(filter, search)].filter((part) => part !== '').join(' ')
}

const stateWords = ({ isUnread, isPinned }: Filter): readonly string[] => [
  ...(isUnread === undefined ? [] : [isUnread ? 'is:unread' : 'is:read']),
  ...(isPinned === undefined ? [] : [isPinned ? 'is:pinned' : '-is:pinned']),
]

/** Several `type:` in one query are alternatives: beside a typed one, the button must exclude the other types. */
function typeWords({ type }: Filter, search: string): readonly string[] {
  if (type === undefined) return []
  if (!/\btype:/i.test(search)) return [`type:${type}`]
  return notificationTypes.filter((other) => other !== type).map((other) => `-type:${other}`)
}

/** A word of at least two letters with nothing after it may go on: then it stands for all that begin so. */
const openWord = /(?:^|\s)[\p{L}\p{N}]\p{M}*[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u

function isLastWordOpen(search: string): boolean {
  return openWord.test(search) && (search.split('"').length - 1) % 2 === 0
}
