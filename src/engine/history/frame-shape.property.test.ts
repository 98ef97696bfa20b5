/** Whatever a server sends, the frame that is read back is the frame that came. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFrameShapes, type FrameShapes, wholeFrame } from './frame-shape.ts'

const keys = fc.oneof(fc.constantFrom('type', 'title', 'message', 'id', 'read', 'priority'), fc.string())
const fields = fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })), { maxKeys: 9 })
const objects = fc.oneof(
  fields.map((value) => JSON.stringify(value)),
  fields.map((value) => JSON.stringify(value, null, 2)),
  fields.map((value) => JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "')),
)

const roundTrip = (shapes: FrameShapes, frame: string): string => {
  const { shapeId, values } = shapes.split(frame)
  return shapes.join(shapeId, values)
}

describe('frame shapes', () => {
  it('give back every frame as it came, however many shapes came before', () => {
    fc.assert(
      fc.property(fc.array(objects, { maxLength: 120 }), (frames) => {
        const shapes = createFrameShapes([])
        expect(frames.map((frame) => roundTrip(shapes, frame))).toEqual(frames)
        expect(frames.map((frame) => roundTrip(shapes, frame))).toEqual(frames)
      }),
    )
  })

  it('give back frames whose values look like the texts between values', () => {
    const shapes = createFrameShapes([])
    const title = '","message":"x","id":"y"'
    const frames = [
      { type: 'info', title: 'a', message: 'b', id: 'c' },
      { type: 'info', title, message: title, id: title },
      { type: 'info', title: 'a', extra: { message: '}' }, message: 'b', id: 'c' },
    ].map((frame) => JSON.stringify(frame))
    expect(frames.map((frame) => roundTrip(shapes, frame))).toEqual(frames)
  })

  it('store the values alone, and learn a server’s shape once', () => {
    const shapes = createFrameShapes([])
    const first = shapes.split('{"type": "info", "title": "A", "id": "n1", "read": false}')
    const second = shapes.split('{"type": "info", "title": "B", "id": "n2", "read": false}')
    expect([first.values, second.values]).toEqual(['"A"\u001f"n1"', '"B"\u001f"n2"'])
    expect(second.shapeId).toBe(first.shapeId)
    expect(shapes.unsaved).toEqual([
      { shapeId: 1, literals: ['{"type": "info", "title": ', ', "id": ', ', "read": false}'] },
    ])
  })

  it('store frames whole once a server has shown too many shapes', () => {
    const shapes = createFrameShapes([])
    const frames = Array.from({ length: 100 }, (_, index) => `{"key-${index}": 1}`)
    const stored = frames.map((frame) => shapes.split(frame))
    expect(stored.at(-1)).toEqual({ shapeId: wholeFrame, values: '{"key-99": 1}' })
    expect(stored.map(({ shapeId, values }) => shapes.join(shapeId, values))).toEqual(frames)
  })
})
