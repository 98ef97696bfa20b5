/** What choosing one of the filters makes of those that are on. Pure. */
import type { Filter } from '../../contract/commands.ts'
import { assertNever } from '../store/assert-never.ts'

/** Of these one at most is on: what is pinned is not asked for by whether it was read. */
export type StateName = 'all' | 'unread' | 'pinned'
export const stateNames = ['all', 'unread', 'pinned'] as const satisfies readonly StateName[]

export function stateOf({ isUnread, isPinned }: Filter): StateName {
  if (isPinned === true) return 'pinned'
  return isUnread === true ? 'unread' : 'all'
}

/** The filter with that state in place of the one it had; its type stays. */
export function withState({ type }: Filter, state: StateName): Filter {
  const kept: Filter = type === undefined ? {} : { type }
  switch (state) {
    case 'all':
      return kept
    case 'unread':
      return { ...kept, isUnread: true }
    case 'pinned':
      return { ...kept, isPinned: true }
    default:
      return assertNever(state)
  }
}

/** As above, or without it when that was its state already. */
export const toggleState = (filter: Filter, state: StateName): Filter =>
  withState(filter, stateOf(filter) === state ? 'all' : state)
