import { expect, test } from 'vitest'
import { createStateCell } from './state-cell.ts'

function cellUnderTest() {
  const frames: (() => void)[] = []
  const cell = createStateCell(0, (run) => frames.push(run))
  const frame = (): void => {
    for (const run of frames.splice(0)) run()
  }
  return { cell, frame, frames }
}

test('a thousand updates are told once, at the next frame', () => {
  const { cell, frame, frames } = cellUnderTest()
  const told: number[] = []
  cell.subscribe(() => told.push(cell.published()))
  for (let count = 0; count < 1_000; count += 1) cell.update((value) => value + 1)
  expect(frames.length).toBe(1)
  expect([cell.read(), cell.published()]).toEqual([1_000, 0])
  frame()
  expect(told).toEqual([1_000])
})

test('work asked for before the frame is done before readers are told', () => {
  const { cell, frame } = cellUnderTest()
  const told: number[] = []
  cell.subscribe(() => told.push(cell.published()))
  cell.beforeNextFrame(() => cell.update((value) => value + 5))
  frame()
  expect(told).toEqual([5])
})

test('readers can be told at once, and then not again at the frame', () => {
  const { cell, frame } = cellUnderTest()
  const told: number[] = []
  cell.subscribe(() => told.push(cell.published()))
  cell.update(() => 7)
  cell.publish()
  expect(told).toEqual([7])
  frame()
  expect(told).toEqual([7])
})

test('an update that changes nothing asks for no frame', () => {
  const { cell, frames } = cellUnderTest()
  cell.update((value) => value)
  expect(frames.length).toBe(0)
})

test('who went away is not told', () => {
  const { cell, frame } = cellUnderTest()
  const told: number[] = []
  cell.subscribe(() => told.push(1))()
  cell.update(() => 1)
  frame()
  expect(told).toEqual([])
})
