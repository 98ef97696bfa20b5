/** The id of the wire of a stored frame, as the outbox keeps it. */
import type { FrameShapes } from './frame-shape.ts'
import { readStored, type StoredRow } from './stored-row.ts'

/**
 * SQLite's text is UTF-8, which has no lone surrogates: they become U+FFFD, in storing and in looking up alike.
 * @returns null when the frame has no usable id
 */
export const readWireId = (stored: StoredRow, shapes: FrameShapes): string | null =>
  readStored(stored, shapes).id?.toWellFormed() ?? null
