import { createICNS, NEAREST_NEIGHBOR } from 'png2icons'
import { type Square, toPng } from './draw.ts'

/** From this size up an ICO entry is a PNG; below it a bitmap, which every Windows loader reads. */
const ICO_PNG_FROM = 64

/**
 * An ICO of the squares given. png2icons has a fixed list of sizes (no 20, which a tray at 125 % wants)
 * and scales them all from one picture; ours are each drawn at their own size, so the file is put
 * together here.
 */
export async function toIco(squares: readonly Square[]): Promise<Buffer> {
  const images = await Promise.all(
    squares.map((square) => (square.size < ICO_PNG_FROM ? toDib(square) : toPng(square))),
  )
  const directory = Buffer.alloc(6 + 16 * squares.length)
  directory.writeUInt16LE(1, 2) // 1: an icon, not a cursor
  directory.writeUInt16LE(squares.length, 4)
  let offset = directory.length
  for (const [index, { size }] of squares.entries()) {
    const bytes = images[index]?.length ?? 0
    const entry = 6 + 16 * index
    directory.writeUInt8(size % 256, entry) // 0 stands for 256
    directory.writeUInt8(size % 256, entry + 1)
    directory.writeUInt16LE(1, entry + 4) // colour planes
    directory.writeUInt16LE(32, entry + 6) // bits a pixel
    directory.writeUInt32LE(bytes, entry + 8)
    directory.writeUInt32LE(offset, entry + 12)
    offset += bytes
  }
  return Buffer.concat([directory, ...images])
}

/** A bottom-up BGRA bitmap followed by its 1-bit mask, as an ICO holds it. */
function toDib({ size, rgba }: Square): Buffer {
  const maskRow = Math.ceil(size / 32) * 4
  const header = Buffer.alloc(40)
  const pixels = Buffer.alloc(size * size * 4)
  const mask = Buffer.alloc(maskRow * size)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8) // the picture's rows and the mask's
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  header.writeUInt32LE(pixels.length + mask.length, 20)
  for (let y = 0; y < size; y++) {
    const row = size - 1 - y
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4
      const to = (row * size + x) * 4
      pixels[to] = rgba.readUInt8(from + 2)
      pixels[to + 1] = rgba.readUInt8(from + 1)
      pixels[to + 2] = rgba.readUInt8(from)
      pixels[to + 3] = rgba.readUInt8(from + 3)
      if (rgba.readUInt8(from + 3) === 0) {
        const at = row * maskRow + (x >> 3)
        mask.writeUInt8(mask.readUInt8(at) | (0x80 >> (x & 7)), at)
      }
    }
  }
  return Buffer.concat([header, pixels, mask])
}

/** The entries of an ICNS and the pixels each holds, in the order Apple's iconutil writes them. */
const ICNS_ENTRIES = [
  { type: 'ic12', size: 64, png: true },
  { type: 'ic07', size: 128, png: true },
  { type: 'ic13', size: 256, png: true },
  { type: 'ic08', size: 256, png: true },
  { type: 'ic14', size: 512, png: true },
  { type: 'ic09', size: 512, png: true },
  { type: 'ic10', size: 1024, png: true },
  { type: 'ic11', size: 32, png: true },
  { type: 'il32', size: 32, png: false },
  { type: 'l8mk', size: 32, png: false },
  { type: 'is32', size: 16, png: false },
  { type: 's8mk', size: 16, png: false },
] as const

export const ICNS_SIZES: readonly number[] = [...new Set(ICNS_ENTRIES.map(({ size }) => size))]

/**
 * An ICNS of the squares given, one for each of ICNS_SIZES. png2icons scales every entry from one picture;
 * handed a picture of an entry's own size it packs that entry unscaled. So the run-length packed entries
 * are taken from it, each from its own drawing, and the rest are our PNGs as they are.
 */
export async function toIcns(squares: readonly Square[]): Promise<Buffer> {
  const pngs = new Map<number, Buffer>()
  for (const square of squares) pngs.set(square.size, await toPng(square))
  const body = ICNS_ENTRIES.map(({ type, size, png }) => {
    const picture = pngs.get(size)
    if (picture === undefined) throw new Error(`an ICNS needs a picture of ${size} px`)
    return icnsEntry(type, png ? picture : packedBy(picture, type))
  })
  return icnsEntry('icns', Buffer.concat(body))
}

function icnsEntry(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(header.length + content.length, 4)
  return Buffer.concat([header, content])
}

/** The content of one entry of the ICNS that png2icons makes of the picture. */
function packedBy(picture: Buffer, type: string): Buffer {
  const file = createICNS(picture, NEAREST_NEIGHBOR, 0)
  if (file === null) throw new Error('png2icons could not read the picture')
  let at = 8
  while (at + 8 <= file.length) {
    const end = at + file.readUInt32BE(at + 4)
    if (file.toString('latin1', at, at + 4) === type) return file.subarray(at + 8, end)
    at = end
  }
  throw new Error(`png2icons wrote no ${type} entry`)
}
