import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trayStates } from '../../src/main/tray-state.ts'
import { parseSource } from './draw.ts'
import { recolour, type TrayPalette, trayPalettes } from './tray-palette.ts'

const folder = join(import.meta.dirname, '..', '..', 'resources', 'icons', 'tray')
const files = readdirSync(folder).toSorted()
const sources = files.map((file) => parseSource(file, readFileSync(join(folder, file))))

/** Of light, from 0 to 1. WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const linear = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = linear
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe("the tray's pictures", () => {
  it('are drawn for each state, and for no other', () => {
    expect(files).toEqual(trayStates.map((state) => `${state}.svg`).toSorted())
  })

  it('have no colour that some panel would swallow', () => {
    for (const source of sources) {
      const colours =
        recolour(source, 'template')
          .svg.toString('utf8')
          .match(/#[0-9a-f]+\b/g) ?? []
      expect(colours, source.name).not.toEqual([])
      expect(colours.filter((colour) => !['#000000', '#000', '#fff'].includes(colour))).toEqual([])
    }
    const odd = { name: 'odd.svg', svg: Buffer.from('<svg><path fill="#123456"/></svg>'), units: 16 }
    expect(() => recolour(odd, 'dark')).toThrow("odd.svg: #123456 is no colour of the tray's")
  })

  // 3 : 1 is what WCAG asks of graphics (1.4.11); where the panel is known there is more.
  it.each([
    ['mixed', 3, ['#000000', '#1e1e1e', '#2a2e32', '#2e3440', '#353535', '#eff0f1', '#f6f5f4', '#ffffff']],
    // A grey halfway is no good ground for anything in between.
    ['mixed', 2.3, ['#cecece']],
    ['light', 4.5, ['#eeeeee', '#f3f3f3', '#ffffff']],
    ['dark', 4.5, ['#000000', '#1c1c1c', '#202020', '#2b2b2b']],
  ] as const)(
    'of the %s palette stand out at %d : 1 or more on %j',
    (palette: TrayPalette, least, panels) => {
      for (const colour of Object.values(trayPalettes[palette])) {
        for (const panel of panels) {
          expect(contrast(colour, panel), `${colour} on ${panel}`).toBeGreaterThanOrEqual(least)
        }
      }
    },
  )
})
