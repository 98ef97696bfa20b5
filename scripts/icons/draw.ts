import sharp from 'sharp'

/** What one SVG source says, and how many units its square is wide. */
export type Source = { readonly name: string; readonly svg: Buffer; readonly units: number }

/** A square of RGBA pixels, top row first, alpha not premultiplied. */
export type Square = { readonly size: number; readonly rgba: Buffer }

export function parseSource(name: string, svg: Buffer): Source {
  const width = /<svg[^>]*\swidth="(\d+)"/.exec(svg.toString('utf8'))?.[1]
  if (width === undefined) throw new Error(`${name}: no whole-number width on its <svg> element`)
  return { name, svg, units: Number(width) }
}

/** Draws the source at exactly `size` pixels from its curves, so no picture is ever scaled. */
export async function draw(source: Source, size: number, margin = 0): Promise<Square> {
  const inner = size - 2 * margin
  const { data, info } = await sharp(source.svg, { density: (72 * inner) / source.units })
    .ensureAlpha()
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: '#0000' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.width !== size || info.height !== size || info.channels !== 4) {
    throw new Error(`${source.name}: drew ${info.width}×${info.height}, not ${size}×${size}`)
  }
  return { size, rgba: data }
}

/** The smaller of the true-colour and the palette PNG, the palette one only if it changes no pixel. */
export async function toPng({ size, rgba }: Square): Promise<Buffer> {
  const image = () => sharp(rgba, { raw: { width: size, height: size, channels: 4 } })
  const full = await image().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer()
  const palette = await image().png({ compressionLevel: 9, palette: true, dither: 0, effort: 10 }).toBuffer()
  if (palette.length >= full.length) return full
  const reread = await sharp(palette).ensureAlpha().raw().toBuffer()
  return samePixels(rgba, reread) ? palette : full
}

function samePixels(a: Buffer, b: Buffer): boolean {
  for (let at = 0; at < a.length; at += 4) {
    const clear = a[at + 3] === 0 && b[at + 3] === 0
    if (!clear && a.readUInt32LE(at) !== b.readUInt32LE(at)) return false
  }
  return a.length === b.length
}
