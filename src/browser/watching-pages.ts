/** Of several open pages the engine knows one thing alone: whether somebody looks at the list in any of them. */
import { commands } from '../contract/commands.ts'
import type { Dispatch } from '../contract/dispatch.ts'
import { validate } from '../contract/validate.ts'
import type { PageCalls } from './contract-socket.ts'

/** @param stopWatching tells the engine that nobody looks any more */
export function createWatchingPages(dispatch: Dispatch, stopWatching: () => void): PageCalls {
  const watching = new Set<object>()

  return {
    dispatch(page, command, input) {
      const said = command === 'noteWatching' ? validate(commands.noteWatching.input, input) : null
      if (!said?.ok) return dispatch(command, input)
      if (said.value.isWatching) watching.add(page)
      else watching.delete(page)
      return dispatch(command, { isWatching: watching.size > 0 })
    },
    gone(page) {
      if (watching.delete(page) && watching.size === 0) stopWatching()
    },
  }
}
