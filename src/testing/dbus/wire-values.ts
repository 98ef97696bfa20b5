/**
 * Values of the D-Bus wire format, both ways (D-Bus specification, "Marshaling"): the least that a bus for tests needs.
 * Our own and not the client library's, which does not export it; so each checks the other.
 */

export type Variant = { readonly signature: string; readonly value: WireValue }
/** A dictionary is an object when its keys are strings. File descriptors and 64-bit numbers are left out. */
export type WireValue =
  | number
  | boolean
  | string
  | Variant
  | readonly WireValue[]
  | { readonly [key: string]: WireValue }

export const variant = (signature: string, value: WireValue): Variant => ({ signature, value })

const alignments: Readonly<Record<string, number>> = {
  ...{ y: 1, g: 1, v: 1, n: 2, q: 2, i: 4, u: 4, b: 4, s: 4, o: 4, a: 4, h: 4 },
  ...{ d: 8, '(': 8, '{': 8 },
}
const alignmentOf = (signature: string): number => {
  const alignment = alignments[signature.charAt(0)]
  if (alignment === undefined) throw new Error(`The test bus does not know the D-Bus type ${signature}.`)
  return alignment
}

/** The complete types of which a signature is made: `sa{sv}i` is `s`, `a{sv}`, `i`. */
export function splitSignature(signature: string): readonly string[] {
  const types: string[] = []
  for (let start = 0; start < signature.length; ) {
    const end = endOfType(signature, start)
    types.push(signature.slice(start, end))
    start = end
  }
  return types
}

function endOfType(signature: string, start: number): number {
  const code = signature.charAt(start)
  if (code === 'a') return endOfType(signature, start + 1)
  if (code !== '(' && code !== '{') return start + 1
  let end = start + 1
  while (!')}'.includes(signature.charAt(end))) end = endOfType(signature, end)
  return end + 1
}

const inside = (signature: string): readonly string[] => splitSignature(signature.slice(1, -1))

export function writeValues(signature: string, values: readonly WireValue[]): Buffer {
  const bytes: number[] = []
  const types = splitSignature(signature)
  if (types.length !== values.length) throw new Error(`${values.length} values do not fit ${signature}.`)
  types.forEach((type, index) => {
    write(bytes, type, values[index])
  })
  return Buffer.from(bytes)
}

function write(bytes: number[], type: string, value: WireValue | undefined): void {
  while (bytes.length % alignmentOf(type) !== 0) bytes.push(0)
  switch (type.charAt(0)) {
    case 'y':
      bytes.push(Number(value) & 0xff)
      return
    case 'n':
    case 'q':
      bytes.push(...numberBytes(2, (buffer) => buffer.writeUInt16LE(Number(value) & 0xffff)))
      return
    case 'b':
    case 'i':
    case 'u':
    case 'h':
      bytes.push(...numberBytes(4, (buffer) => buffer.writeUInt32LE(Number(value) >>> 0)))
      return
    case 'd':
      bytes.push(...numberBytes(8, (buffer) => buffer.writeDoubleLE(Number(value))))
      return
    case 's':
    case 'o':
      writeText(bytes, String(value), 4)
      return
    case 'g':
      writeText(bytes, String(value), 1)
      return
    case 'v':
      writeVariant(bytes, value as Variant) // The caller's signature says that it is one.
      return
    case 'a':
      writeArray(bytes, type.slice(1), value)
      return
    default:
      inside(type).forEach((member, index) => {
        write(bytes, member, (value as readonly WireValue[])[index]) // likewise
      })
  }
}

function numberBytes(length: number, fill: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(length)
  fill(buffer)
  return buffer
}

function writeText(bytes: number[], text: string, lengthBytes: 1 | 4): void {
  const utf8 = Buffer.from(text)
  if (lengthBytes === 1) bytes.push(utf8.length)
  else bytes.push(...numberBytes(4, (buffer) => buffer.writeUInt32LE(utf8.length)))
  bytes.push(...utf8, 0)
}

function writeVariant(bytes: number[], { signature, value }: Variant): void {
  writeText(bytes, signature, 1)
  write(bytes, signature, value)
}

function writeArray(bytes: number[], element: string, value: WireValue | undefined): void {
  const items = Array.isArray(value) ? value : Object.entries(value ?? {})
  const lengthAt = bytes.length
  bytes.push(0, 0, 0, 0)
  // The padding before the first element is not counted.
  while (bytes.length % alignmentOf(element) !== 0) bytes.push(0)
  const start = bytes.length
  for (const item of items) write(bytes, element, item)
  const length = numberBytes(4, (buffer) => buffer.writeUInt32LE(bytes.length - start))
  for (const [index, byte] of length.entries()) bytes[lengthAt + index] = byte
}

/** @throws RangeError where the bytes end before the values do */
export function readValues(signature: string, bytes: Buffer): readonly WireValue[] {
  const reader = { bytes, at: 0 }
  return splitSignature(signature).map((type) => read(reader, type))
}

type Reader = { readonly bytes: Buffer; at: number }

function align(reader: Reader, type: string): void {
  const alignment = alignmentOf(type)
  reader.at = Math.ceil(reader.at / alignment) * alignment
}

function take(reader: Reader, length: number): number {
  const start = reader.at
  reader.at += length
  return start
}

function read(reader: Reader, type: string): WireValue {
  align(reader, type)
  const { bytes } = reader
  switch (type.charAt(0)) {
    case 'y':
      return bytes.readUInt8(take(reader, 1))
    case 'n':
      return bytes.readInt16LE(take(reader, 2))
    case 'q':
      return bytes.readUInt16LE(take(reader, 2))
    case 'b':
      return bytes.readUInt32LE(take(reader, 4)) !== 0
    case 'i':
      return bytes.readInt32LE(take(reader, 4))
    case 'u':
    case 'h':
      return bytes.readUInt32LE(take(reader, 4))
    case 'd':
      return bytes.readDoubleLE(take(reader, 8))
    case 's':
    case 'o':
      return readText(reader, bytes.readUInt32LE(take(reader, 4)))
    case 'g':
      return readText(reader, bytes.readUInt8(take(reader, 1)))
    case 'v': {
      const signature = readText(reader, bytes.readUInt8(take(reader, 1)))
      return { signature, value: read(reader, signature) }
    }
    case 'a':
      return readArray(reader, type.slice(1))
    default:
      return inside(type).map((member) => read(reader, member))
  }
}

function readText(reader: Reader, length: number): string {
  const start = take(reader, length + 1)
  return reader.bytes.toString('utf8', start, start + length)
}

type Pair = readonly [string, WireValue]
function readArray(reader: Reader, element: string): WireValue {
  const length = reader.bytes.readUInt32LE(take(reader, 4))
  align(reader, element)
  const end = reader.at + length
  const items: WireValue[] = []
  while (reader.at < end) items.push(read(reader, element))
  if (!element.startsWith('{')) return items
  return Object.fromEntries(items as unknown as readonly Pair[]) // by the signature
}
