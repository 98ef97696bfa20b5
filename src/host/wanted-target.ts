/** What a click wants to see, kept until a page can be told of it; not for ever. */
import type { Clock } from '../clock/clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import type { OpenTarget } from '../engine/engine.ts'

export type WantedTarget = {
  /** Takes the place of what was wanted before. */
  want(target: OpenTarget | 'settings'): void
  /** Somebody listens now: told once, where anything is wanted still. */
  tell(): void
}

/** A page that is opened later than this was opened for something else. */
export const wantedForMs = 60_000

export function createWantedTarget(
  clock: Pick<Clock, 'monotonicNow'>,
  send: (event: AnyEvent) => void,
): WantedTarget {
  let wanted: { readonly event: AnyEvent; readonly until: number } | null = null

  return {
    want(target) {
      wanted = { event: toEvent(target), until: clock.monotonicNow() + wantedForMs }
    },
    tell() {
      if (wanted !== null && clock.monotonicNow() <= wanted.until) send(wanted.event)
      wanted = null
    },
  }
}

function toEvent(target: OpenTarget | 'settings'): AnyEvent {
  if (target === 'settings') return { name: 'settingsOpened', data: {} }
  return target.kind === 'notification'
    ? { name: 'notificationOpened', data: { rowId: target.rowId } }
    : { name: 'searchOpened', data: { query: target.query } }
}
