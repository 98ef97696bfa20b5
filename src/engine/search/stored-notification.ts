/** What a stored row says, for a connection that does not write the history. */
import type { DatabaseSync } from 'node:sqlite'
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import { createFrameShapes, type FrameShapes, wholeFrame } from '../history/frame-shape.ts'
import { readShapes } from '../history/saved-shapes.ts'
import { readStored, type StoredRow } from '../history/stored-row.ts'

/** @param stored with `shape_id` */
export type ShapesFor = (stored: StoredRow) => FrameShapes

/** Shapes that the main thread learns meanwhile are read when a row is of one. */
export function createShapeReader(database: DatabaseSync): ShapesFor {
  const shapes = createFrameShapes([])
  const known = new Set([wholeFrame])
  return (stored) => {
    if (known.has(Number(stored['shape_id']))) return shapes
    for (const shape of readShapes(database)) {
      if (!known.has(shape.shapeId)) shapes.add(shape)
      known.add(shape.shapeId)
    }
    return shapes
  }
}

/**
 * @param stored with `type`, `shape_id` and `frame`
 * @returns null when it cannot be read: one such row, of a damaged history, must not hold up those after it
 */
export function readWhatCanBeRead(stored: StoredRow, shapesFor: ShapesFor): ParsedNotification | null {
  try {
    return readStored(stored, shapesFor(stored))
  } catch {
    return null
  }
}
