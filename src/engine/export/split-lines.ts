/** Splits a stream of bytes into lines that have a limit: one endless line neither fills the memory nor ends it. */

export type ByteLine = {
  /** The first is 1. */
  readonly line: number
  /** Without its line feed; null when it is longer than the limit. */
  readonly bytes: Uint8Array | null
}

export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let line = 0

  function keep(part: Uint8Array): void {
    size += part.byteLength
    if (size > limitBytes) parts = []
    else parts.push(part)
  }

  function take(): ByteLine {
    line += 1
    const taken = { line, bytes: size > limitBytes ? null : Buffer.concat(parts) }
    parts = []
    size = 0
    return taken
  }

  for await (const chunk of stream) {
    let from = 0
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      keep(chunk.subarray(from, to))
      yield take()
      from = to + 1
    }
    keep(chunk.subarray(from))
  }
  if (size > 0) yield take()
}

const lineFeed = 0x0a
