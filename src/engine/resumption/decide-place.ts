/** What becomes of what has a place in a stream, by how far the stream is stored. Pure; docs/resumption.md, 4 and 6. */
import type { Cursor, Gap, Place } from '../../protocol/resumption.ts'

/** `gap`: something before it has not come, so that it must come again. */
export type PlaceDecision = 'store' | 'drop' | 'gap'

/** @param place of a notification, or of the announcement that some are gone */
export function decidePlace(cursor: Cursor, place: Place | Gap): PlaceDecision {
  const next = cursor[place.stream] + 1
  if (lastOf(place) < next) return 'drop'
  return firstOf(place) > next ? 'gap' : 'store'
}

/** The cursor once that is stored. */
export const movedPast = (cursor: Cursor, place: Place | Gap): Cursor => ({
  own: place.stream === 'own' ? lastOf(place) : cursor.own,
  all: place.stream === 'all' ? lastOf(place) : cursor.all,
})

const firstOf = (place: Place | Gap): number => ('sequence' in place ? place.sequence : place.from)
const lastOf = (place: Place | Gap): number => ('sequence' in place ? place.sequence : place.through)
