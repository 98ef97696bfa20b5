/** The shapes of frames, as the history's file keeps them. */
import type { DatabaseSync } from 'node:sqlite'
import { createFrameShapes, type FrameShape, type FrameShapes } from './frame-shape.ts'

export type SavedShapes = FrameShapes & {
  /** Must run inside the transaction that stores the frames. */
  save(): void
}

export function openShapes(database: DatabaseSync): SavedShapes {
  const shapes = createFrameShapes(readShapes(database))
  const insert = database.prepare('INSERT OR REPLACE INTO shapes (shape_id, literals) VALUES (?, ?)')
  return {
    ...shapes,
    // Spreading would freeze the getter's value.
    get unsaved() {
      return shapes.unsaved
    },
    save() {
      for (const { shapeId, literals } of shapes.unsaved) insert.run(shapeId, JSON.stringify(literals))
    },
  }
}

/** For a connection that only reads. */
export function readShapes(database: DatabaseSync): FrameShape[] {
  return database
    .prepare('SELECT shape_id, literals FROM shapes ORDER BY shape_id')
    .all()
    .map((row) => ({
      shapeId: Number(row['shape_id']),
      literals: JSON.parse(String(row['literals'])) as string[], // written by save()
    }))
}
