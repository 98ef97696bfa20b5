/**
 * Stores a frame as the number of its shape and the values that differ: a server's frames are mostly the same text.
 * Whatever is split is joined to the very same text again, so a shape may be wrong about what a value means.
 */

/** Between values. No JSON text holds this character raw (RFC 8259, section 7), so none needs escaping. */
const separator = '\u001f'

/** Of frames that have no shape: the frame is stored whole. */
export const wholeFrame = 0

/** More than a server has; past them frames are stored whole. */
const shapeLimit = 64

export type FrameShape = { readonly shapeId: number; readonly literals: readonly string[] }
export type ShapedFrame = { readonly shapeId: number; readonly values: string }

export type FrameShapes = {
  /** @param frame the text of a JSON object; its shape is learnt where it is new */
  split(frame: string): ShapedFrame
  /** @throws Error when the shape is unknown */
  join(shapeId: number, values: string): string
  add(shape: FrameShape): void
  /** The shapes learnt and not yet saved. */
  readonly unsaved: readonly FrameShape[]
  saved(): void
}

export function createFrameShapes(known: readonly FrameShape[]): FrameShapes {
  const byId = new Map(known.map((shape) => [shape.shapeId, shape]))
  /** Tried in this order: the one that fitted last stands first. */
  const order = [...known]
  let unsaved: FrameShape[] = []

  function learn(frame: string): ShapedFrame | null {
    if (byId.size >= shapeLimit) return null
    const literals = literalsOf(frame)
    if (literals.length < 2) return null
    const shape = { shapeId: Math.max(wholeFrame, ...byId.keys()) + 1, literals }
    const values = splitBy(literals, frame)
    if (values === null) return null
    byId.set(shape.shapeId, shape)
    order.unshift(shape)
    unsaved.push(shape)
    return { shapeId: shape.shapeId, values }
  }

  function shapeOf(shapeId: number): FrameShape {
    const shape = byId.get(shapeId)
    if (shape === undefined) throw new Error(`The history has a frame of an unknown shape, ${shapeId}.`)
    return shape
  }

  return {
    get unsaved() {
      return unsaved
    },
    saved() {
      unsaved = []
    },
    add(shape) {
      byId.set(shape.shapeId, shape)
      order.push(shape)
    },
    split(frame) {
      for (let place = 0; place < order.length; place++) {
        const shape = order[place]
        const values = shape === undefined ? null : splitBy(shape.literals, frame)
        if (shape === undefined || values === null) continue
        if (place > 3) {
          order.splice(place, 1)
          order.unshift(shape)
        }
        return { shapeId: shape.shapeId, values }
      }
      return learn(frame) ?? { shapeId: wholeFrame, values: frame }
    },
    join(shapeId, values) {
      return shapeId === wholeFrame ? values : joinBy(shapeOf(shapeId).literals, values)
    },
  }
}

/** @returns the values, or null when the frame is not of these literals */
function splitBy(literals: readonly string[], frame: string): string | null {
  const last = literals.length - 1
  const [head = '', tail = ''] = [literals[0], literals[last]]
  if (!(frame.startsWith(head) && frame.endsWith(tail))) return null
  // Joined at the end: a string that grows piece by piece is copied when SQLite takes it.
  const values: string[] = []
  let from = head.length
  for (let place = 1; place < last; place++) {
    const literal = literals[place] ?? ''
    const to = frame.indexOf(literal, from)
    if (to < 0) return null
    values.push(frame.slice(from, to))
    from = to + literal.length
  }
  const end = frame.length - tail.length
  if (from > end) return null
  values.push(frame.slice(from, end))
  return values.join(separator)
}

function joinBy(literals: readonly string[], values: string): string {
  const parts = values.split(separator)
  let frame = literals[0] ?? ''
  for (const [place, part] of parts.entries()) frame += part + (literals[place + 1] ?? '')
  return frame
}

/** The texts between a JSON object's values; `type`, true, false and null are part of them. */
function literalsOf(frame: string): string[] {
  const literals: string[] = []
  let literalFrom = 0
  let at = frame.indexOf('{') + 1
  for (;;) {
    const keyFrom = frame.indexOf('"', at)
    if (keyFrom < 0) break
    const keyEnd = endOfString(frame, keyFrom)
    const valueFrom = skipSpace(frame, frame.indexOf(':', keyEnd) + 1)
    const valueEnd = endOfValue(frame, valueFrom)
    if (isHole(frame.slice(keyFrom, keyEnd), frame[valueFrom] ?? '')) {
      literals.push(frame.slice(literalFrom, valueFrom))
      literalFrom = valueEnd
    }
    at = skipSpace(frame, valueEnd)
    if (frame[at] !== ',') break
  }
  literals.push(frame.slice(literalFrom))
  return literals
}

const isHole = (key: string, first: string): boolean =>
  key !== '"type"' && first !== 't' && first !== 'f' && first !== 'n'

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return text.length
}

function endOfValue(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (depth === 0 && endsValue(sign)) return at
    if (sign === '"') at = endOfString(text, at) - 1
    else depth += depthChange(sign)
  }
  return text.length
}

const endsValue = (sign: string): boolean => sign === ',' || sign === '}' || sign === ']' || isSpace(sign)

function depthChange(sign: string): number {
  if (sign === '{' || sign === '[') return 1
  return sign === '}' || sign === ']' ? -1 : 0
}

const isSpace = (sign: string): boolean => sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t'

function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text[at] ?? '')) at += 1
  return at
}
