import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createWindowMemory } from './window-memory.ts'

function setUp(text?: string) {
  const path = join(temporaryFolder(), 'window.json')
  if (text !== undefined) writeFileSync(path, text)
  const problems: unknown[] = []
  return { path, problems, open: () => createWindowMemory(path, (problem) => problems.push(problem)) }
}

const nothing = { bounds: null, isMaximized: false, hasExplainedClosing: false }
const bounds = { x: -10, y: 20, width: 800, height: 600 }

describe('what is remembered of the window', () => {
  it('is there at the next start', () => {
    const { open, path } = setUp()
    const memory = open()
    expect(memory.value).toEqual(nothing)
    memory.change({ bounds, isMaximized: true })
    memory.change({ hasExplainedClosing: true })
    expect(open().value).toEqual({ bounds, isMaximized: true, hasExplainedClosing: true })
    expect(existsSync(`${path}.new`)).toBe(false)
  })

  it.each([
    ['{'],
    ['null'],
    ['{"bounds":null}'],
    [JSON.stringify({ ...nothing, bounds: { ...bounds, width: 1e99 } })],
    [JSON.stringify({ ...nothing, bounds: { ...bounds, x: '1' } })],
  ])('is passed over and replaced where it cannot be understood: %s', (text) => {
    const { open, problems } = setUp(text)
    expect(open().value).toEqual(nothing)
    open().change({ bounds })
    expect(open().value).toEqual({ ...nothing, bounds })
    expect(problems).toEqual([])
  })

  it('is written only where it changes', () => {
    const { open, path } = setUp()
    open().change(nothing)
    expect(existsSync(path)).toBe(false)
  })

  it('lasts for this run where nothing can be written', () => {
    const { open, path, problems } = setUp()
    mkdirSync(path)
    const memory = open()
    memory.change({ hasExplainedClosing: true })
    expect(memory.value.hasExplainedClosing).toBe(true)
    expect(problems).toHaveLength(1)
    expect(() => readFileSync(path)).toThrow()
  })
})
