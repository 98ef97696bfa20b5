import { expect, test } from 'vitest'
import { createWatchingReporter } from './watching-reporter.ts'

function reporterUnderTest(hasHost: boolean) {
  const told: unknown[] = []
  let isWatching = false
  let tellHost = (_isThere: boolean): void => {}
  const reporter = createWatchingReporter({
    client: {
      call(_name, input) {
        told.push(input)
        return Promise.reject(new Error('closed'))
      },
    },
    watchHost: hasHost
      ? (listener) => {
          tellHost = listener
          return () => {
            tellHost = () => {}
          }
        }
      : undefined,
    isWatching: () => isWatching,
  })
  const set = (next: boolean): void => {
    isWatching = next
    reporter.look()
  }
  return { told, set, reporter, setHost: (isThere: boolean) => tellHost(isThere) }
}

test('only a change is told, and nobody watches before the first', () => {
  const { told, set } = reporterUnderTest(false)
  for (const isWatching of [false, true, true, false, false]) set(isWatching)
  expect(told).toEqual([{ isWatching: true }, { isWatching: false }])
})

test('a host that came back is told again, and one that is gone is told nothing', () => {
  const { told, set, setHost } = reporterUnderTest(true)
  set(true)
  expect(told).toEqual([])
  setHost(true)
  expect(told).toEqual([{ isWatching: true }])
  setHost(false)
  set(false)
  set(true)
  expect(told).toHaveLength(1)
  setHost(true)
  expect(told).toEqual([{ isWatching: true }, { isWatching: true }])
})
