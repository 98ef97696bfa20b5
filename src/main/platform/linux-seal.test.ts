import { describe, expect, it } from 'vitest'
import { isWeakLinuxSeal } from './linux-seal.ts'

describe('a seal on Linux', () => {
  it.each([
    ['v10secret', true],
    ['v11secret', false],
    ['v12secret', false],
    ['', false],
  ])('%s: whoever has it can open it: %s', (sealed, isWeak) => {
    expect(isWeakLinuxSeal(Buffer.from(sealed))).toBe(isWeak)
  })
})
