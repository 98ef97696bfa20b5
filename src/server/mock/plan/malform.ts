/** Makes of a notification's frame one that no client should have to see, and every client has to bear. */
import type { Random } from '../../../clock/clock.ts'
import { maxServerFrameBytes } from '../../../protocol/limits.ts'
import { assertNever } from '../../assert-never.ts'
import type { MalformedKind } from '../scenario/fault-schemas.ts'
import type { Frame } from './frame.ts'

/** @param text a frame's; of one that is no JSON object, the kinds that need fields make an object around it */
export function malform(text: string, kind: MalformedKind, random: Random): Frame {
  switch (kind) {
    case 'not-json':
      return `${text.slice(0, Math.ceil(text.length / 2))}…`
    case 'array':
      return JSON.stringify([readFields(text)])
    case 'binary':
      return new TextEncoder().encode(text)
    case 'empty':
      return ''
    case 'unknown-type':
      return JSON.stringify({ ...readFields(text), type: 'critical' })
    case 'missing-fields':
      return JSON.stringify(withoutSome(readFields(text), random))
    case 'wrong-types':
      return JSON.stringify({ ...readFields(text), title: 7, message: null, id: { n: 1 }, timestamp: 0 })
    case 'too-large':
      return JSON.stringify({ ...readFields(text), message: 'x'.repeat(maxServerFrameBytes) })
    default:
      return assertNever(kind)
  }
}

type Fields = Readonly<Record<string, unknown>>

function readFields(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // A recording may hold anything.
  }
  return { type: 'info', message: text }
}

/** The type stays, the id goes, all else has even chances. */
const withoutSome = (fields: Fields, random: Random): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => name === 'type' || (random() < 0.5 && name !== 'id')),
  )
