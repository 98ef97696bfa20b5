import { expect, test } from 'vitest'
import { loadWhenIdle } from './load-when-idle.ts'

test('parts are loaded one at a time, each in its own pause, also after one that cannot be had', async () => {
  const pauses: (() => void)[] = []
  const loaded: string[] = []
  const problems: string[] = []
  const part = (name: string) => ({ load: async (): Promise<void> => void loaded.push(name) })
  const broken = { load: (): Promise<void> => Promise.reject(new Error('offline')) }
  const deps = {
    whenIdle: (run: () => void): void => void pauses.push(run),
    reportProblem: (problem: string): void => void problems.push(problem),
  }
  loadWhenIdle([part('first'), broken, part('last')], deps)
  const pause = async (): Promise<void> => {
    expect(pauses.length).toBe(1)
    pauses.pop()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  await pause()
  expect(loaded).toEqual(['first'])
  await pause()
  expect(problems).toEqual(['A part of the window could not be loaded: Error: offline'])
  await pause()
  expect(loaded).toEqual(['first', 'last'])
  expect(pauses).toEqual([])
})
