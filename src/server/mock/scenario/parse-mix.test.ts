import { expect, test } from 'vitest'
import { parseMix } from './parse-mix.ts'

test('a mix is a list of types with weights', () => {
  expect(parseMix('info=6,error=1')).toEqual({ info: 6, error: 1 })
  expect(parseMix(' warning = 0.5 , success=0')).toEqual({ warning: 0.5, success: 0 })
})

test.each(['', 'info', 'info=', 'info=-1', 'system=1', 'info=1,', 'info=1;error=1', 'info=0', 'info=1e9'])(
  '%j is none',
  (text) => {
    expect(parseMix(text)).toBeNull()
  },
)
