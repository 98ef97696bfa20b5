/** What is remembered of the window from one opening to the next, in a small file of its own. No setting is in it. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import Type, { type Static } from 'typebox'
import { validate } from '../contract/validate.ts'

const Coordinate = Type.Integer({ minimum: -100_000, maximum: 100_000 })
const Length = Type.Integer({ minimum: 1, maximum: 100_000 })

const WindowMemorySchema = Type.Object({
  /** Where it is when it is not maximised; null while it was never open. */
  bounds: Type.Union([
    Type.Object({ x: Coordinate, y: Coordinate, width: Length, height: Length }),
    Type.Null(),
  ]),
  isMaximized: Type.Boolean(),
  /** The user was told that closing the window does not quit. */
  hasExplainedClosing: Type.Boolean(),
})
export type RememberedWindow = Static<typeof WindowMemorySchema>

export type WindowMemory = {
  readonly value: RememberedWindow
  /** Written at once, where it is another value. What cannot be written is reported, and remembered for this run. */
  change(change: Partial<RememberedWindow>): void
}

const nothing: RememberedWindow = { bounds: null, isMaximized: false, hasExplainedClosing: false }

/** @param path what lies there and cannot be understood is passed over, and replaced */
export function createWindowMemory(path: string, report: (problem: unknown) => void): WindowMemory {
  let value = read(path)
  return {
    get value() {
      return value
    },
    change(change) {
      const next = { ...value, ...change }
      if (JSON.stringify(next) === JSON.stringify(value)) return
      value = next
      try {
        writeFileSync(`${path}.new`, JSON.stringify(value))
        renameSync(`${path}.new`, path)
      } catch (error) {
        report(error)
      }
    },
  }
}

function read(path: string): RememberedWindow {
  try {
    const checked = validate(WindowMemorySchema, JSON.parse(readFileSync(path, 'utf8')))
    return checked.ok ? checked.value : nothing
  } catch {
    return nothing
  }
}
