/** Every tray icon on one sheet, enlarged, on the panels it is seen on: to look at, and for the documentation. */
import sharp, { type OverlayOptions } from 'sharp'
import { type Square, toPng } from './draw.ts'

/** A column: the pictures of one platform on one panel. */
export type Panel = {
  readonly name: string
  readonly colour: string
  /** A template picture is shown in this colour, as macOS does. */
  readonly tint?: string
  /** By state. @param size in pixels, as the panel shows it */
  picture(state: string, size: number): Promise<Square>
}

const sizes = [16, 22, 32] as const
const enlarged = 3
const gap = 8
const cell = sizes.reduce((sum, size) => sum + size * enlarged + gap, gap)
const rowHeight = 32 * enlarged + 2 * gap
const labelWidth = 190
const headHeight = 34

/** @returns a PNG */
export async function contactSheet(states: readonly string[], panels: readonly Panel[]): Promise<Buffer> {
  const width = labelWidth + panels.length * (cell + gap)
  const height = headHeight + states.length * rowHeight + gap
  const overlays: OverlayOptions[] = []
  for (const [column, panel] of panels.entries()) {
    const left = labelWidth + column * (cell + gap)
    for (const [row, state] of states.entries()) {
      overlays.push(...(await drawCell(panel, state, left, headHeight + row * rowHeight)))
    }
  }
  const sheet = sharp(frame(width, height, states, panels)).composite(overlays)
  return sheet.png({ compressionLevel: 9, palette: true, effort: 10 }).toBuffer()
}

async function drawCell(panel: Panel, state: string, left: number, top: number): Promise<OverlayOptions[]> {
  const overlays: OverlayOptions[] = []
  let at = left + gap
  for (const size of sizes) {
    const square = await panel.picture(state, size)
    const side = size * enlarged
    const input = await sharp(await toPng(tinted(square, panel.tint)))
      .resize(side, side, { kernel: 'nearest' })
      .png()
      .toBuffer()
    overlays.push({ input, left: at, top: top + Math.round((rowHeight - side) / 2) })
    at += side + gap
  }
  return overlays
}

function tinted(square: Square, tint: string | undefined): Square {
  if (tint === undefined) return square
  const colour = Number.parseInt(tint.slice(1), 16)
  const rgba = Buffer.from(square.rgba)
  for (let at = 0; at < rgba.length; at += 4) rgba.writeUIntBE(colour, at, 3)
  return { ...square, rgba }
}

/** Names and panels, without the pictures. */
function frame(width: number, height: number, states: readonly string[], panels: readonly Panel[]): Buffer {
  const text = (x: number, y: number, words: string, anchor: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="sans-serif" font-size="13" fill="#333">${words}</text>`
  const heads = panels.map(({ name }, column) =>
    text(labelWidth + column * (cell + gap) + cell / 2, 22, name, 'middle'),
  )
  const grounds = panels.map(
    ({ colour }, column) =>
      `<rect x="${labelWidth + column * (cell + gap)}" y="${headHeight}" width="${cell}" height="${states.length * rowHeight}" fill="${colour}"/>`,
  )
  const labels = states.map((state, row) =>
    text(labelWidth - 14, headHeight + (row + 0.5) * rowHeight + 4, state, 'end'),
  )
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#d9dce1"/>${[...grounds, ...heads, ...labels].join('')}</svg>`,
  )
}
