import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeGripped, fitPlace, leastHeight, leastWidth, type Rectangle } from './window-place.ts'

const whole = (min: number, max: number) => fc.integer({ min, max })
const display = fc.record({
  ...{ x: whole(-4_000, 4_000), y: whole(-4_000, 4_000) },
  ...{ width: whole(640, 4_000), height: whole(480, 2_500) },
})
const place = fc.record({
  ...{ x: whole(-20_000, 20_000), y: whole(-20_000, 20_000) },
  ...{ width: whole(0, 9_000), height: whole(0, 9_000) },
})
const displays = fc
  .array(display, { minLength: 1, maxLength: 4 })
  .map((all) => ({ all, primary: all[0] as Rectangle })) // there is at least one

describe('wherever the window was', () => {
  it('its title bar can be gripped on a display that is there', () => {
    fc.assert(
      fc.property(place, displays, (saved, areas) => {
        const { x = Number.NaN, y = Number.NaN, width, height } = fitPlace(saved, areas)
        expect(areas.all.some((area) => canBeGripped({ x, y, width, height }, area))).toBe(true)
      }),
    )
  })

  it('it stays there where it can be gripped, and is whole on the primary display otherwise', () => {
    fc.assert(
      fc.property(place, displays, (saved, areas) => {
        const grown = {
          ...saved,
          width: Math.max(saved.width, leastWidth),
          height: Math.max(saved.height, leastHeight),
        }
        const fitted = fitPlace(saved, areas)
        if (areas.all.some((area) => canBeGripped(grown, area))) {
          expect(fitted).toEqual(grown)
          return
        }
        const { x = Number.NaN, y = Number.NaN, width, height } = fitted
        const { primary } = areas
        expect(x >= primary.x && x + width <= primary.x + primary.width).toBe(true)
        expect(y >= primary.y && y + height <= primary.y + primary.height).toBe(true)
      }),
    )
  })

  it('the first time the desktop chooses the place, and the size fits', () => {
    fc.assert(
      fc.property(displays, (areas) => {
        const { x, y, width, height } = fitPlace(null, areas)
        expect([x, y]).toEqual([undefined, undefined])
        expect(width).toBeLessThanOrEqual(areas.primary.width)
        expect(height).toBeLessThanOrEqual(areas.primary.height)
      }),
    )
  })
})

it('a title bar above or below every display counts as lost', () => {
  const area = { x: 0, y: 0, width: 1_920, height: 1_080 }
  const areas = { primary: area, all: [area] }
  const lost = { x: 100, y: -33, width: 1_000, height: 700 }
  expect(fitPlace(lost, areas)).toEqual({ x: 460, y: 190, width: 1_000, height: 700 })
  expect(fitPlace({ ...lost, y: 1_060 }, areas)).toEqual({ x: 460, y: 190, width: 1_000, height: 700 })
  expect(fitPlace({ ...lost, x: 1_800 }, areas)).toEqual({ ...lost, x: 460, y: 190 })
  expect(fitPlace({ ...lost, x: 1_800, y: 0 }, areas)).toEqual({ ...lost, x: 1_800, y: 0 })
})
