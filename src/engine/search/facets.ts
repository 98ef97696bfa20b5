/**
 * What a notification is, as tokens of one private-use character each, which stand in the index among its words: so
 * `type:error` costs what a word costs, and can be ANDed with words inside the index. FTS5 takes such characters for
 * letters, `tokenise` does not: no text of a server or a user can hold a facet.
 */
import {
  type NotificationType,
  notificationTypes,
  type ParsedNotification,
  type Priority,
  priorities,
} from '../../protocol/notification-type.ts'

const places = { type: 0xe000, priority: 0xe010, actionRequired: 0xe020, retryAllowed: 0xe021 } as const
/** Plane 16 holds one for each error code from 0 to `maxCode`. */
const codePlace = 0x10_0000
export const maxCode = 0xffff

export const typeFacet = (type: NotificationType): string =>
  String.fromCodePoint(places.type + notificationTypes.indexOf(type))
export const priorityFacet = (priority: Priority): string =>
  String.fromCodePoint(places.priority + priorities.indexOf(priority))
export const actionFacet = String.fromCodePoint(places.actionRequired)
export const retryFacet = String.fromCodePoint(places.retryAllowed)
/** @param code a whole number from 0 to `maxCode` */
export const codeFacet = (code: number): string => String.fromCodePoint(codePlace + code)

/** One of them is in every row. */
export const typeFacets: readonly string[] = notificationTypes.map(typeFacet)

export function facetsOf(notification: ParsedNotification): string[] {
  const { type, priority, actionRequired, retryAllowed, errorCode } = notification
  const facets = [typeFacet(type)]
  if (priority !== null) facets.push(priorityFacet(priority))
  if (actionRequired === true) facets.push(actionFacet)
  if (retryAllowed === true) facets.push(retryFacet)
  if (errorCode !== null && isCode(errorCode)) facets.push(codeFacet(errorCode))
  return facets
}

const isCode = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= maxCode

/** @returns how a facet is written in a query (operators.ts) */
export function facetWords(facet: string): { readonly operator: string; readonly value: string } {
  const place = facet.codePointAt(0) ?? 0
  if (place >= codePlace) return { operator: 'code', value: String(place - codePlace) }
  if (place === places.actionRequired) return { operator: 'has', value: 'action' }
  if (place === places.retryAllowed) return { operator: 'has', value: 'retry' }
  const priority = priorities[place - places.priority]
  if (priority !== undefined) return { operator: 'priority', value: priority }
  return { operator: 'type', value: notificationTypes[place - places.type] ?? '' }
}
