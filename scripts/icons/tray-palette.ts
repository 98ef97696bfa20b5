/** The tray icons' colours for each kind of panel. The sources are drawn in those of `mixed`. */
import type { Source } from './draw.ts'

type Palette = { readonly bell: string; readonly off: string; readonly unread: string; readonly moon: string }

export const trayPalettes = {
  /** Linux: nothing says whether the panel is light or dark, so these are seen on both. */
  mixed: { bell: '#4a7bf0', off: '#7f8591', unread: '#e5484d', moon: '#a45ee5' },
  light: { bell: '#2456d6', off: '#5b6270', unread: '#c42b32', moon: '#7a35c4' },
  dark: { bell: '#8fb0ff', off: '#a9b0bd', unread: '#ff7a7f', moon: '#cfa8ff' },
  /** macOS colours it itself: only what is opaque counts. */
  template: { bell: '#000000', off: '#000000', unread: '#000000', moon: '#000000' },
} as const satisfies Readonly<Record<string, Palette>>

export type TrayPalette = keyof typeof trayPalettes

/** What is cut out is drawn in these two. */
const maskColours = ['#fff', '#000']

/** @throws Error when the source has a colour that is not of the `mixed` palette */
export function recolour(source: Source, palette: TrayPalette): Source {
  const names = Object.keys(trayPalettes.mixed) as (keyof Palette)[] // the keys of a constant
  const svg = source.svg.toString('utf8').replace(/#[0-9a-f]+\b/g, (colour) => {
    const name = names.find((each) => trayPalettes.mixed[each] === colour)
    if (name !== undefined) return trayPalettes[palette][name]
    if (maskColours.includes(colour)) return colour
    throw new Error(`${source.name}: ${colour} is no colour of the tray's`)
  })
  return { ...source, svg: Buffer.from(svg) }
}
