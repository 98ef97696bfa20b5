import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toastActions } from '../../contract/toast.ts'
import { readActivation, toActionArguments, toLaunchArguments } from './windows-activation.ts'

describe('what Windows hands back', () => {
  it('is what was written into the toast, whatever its name', () => {
    const toastId = fc
      .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
      .filter((id) => id.isWellFormed())
    fc.assert(
      fc.property(toastId, fc.constantFrom(...toastActions), fc.nat(5), (id, action, place) => {
        expect(readActivation({ type: 'click', arguments: toLaunchArguments(id) })).toEqual({
          ...{ toastId: id, action: 'open' },
        })
        const args = toActionArguments(id, place, action)
        expect(readActivation({ type: 'action', arguments: args })).toEqual({ toastId: id, action })
      }),
    )
  })

  it('has the parts that Electron looks for', () => {
    expect(toLaunchArguments('n-7')).toBe('type=click&tag=n-7')
    expect(toActionArguments('n-7', 1, 'mark-as-read')).toBe('type=action&action=1&do=mark-as-read&tag=n-7')
  })

  it.each([
    ['click', ''],
    ['click', 'type=click&tag='],
    ['action', 'type=action&action=0&tag=n-7'],
    ['action', 'type=action&action=0&do=erase&tag=n-7'],
    ['reply', 'type=reply&tag=n-7'],
  ])('is nothing where it names no toast, or an unknown action: %s %s', (type, args) => {
    expect(readActivation({ type, arguments: args })).toBeNull()
  })
})
