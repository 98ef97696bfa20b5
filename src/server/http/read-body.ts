/** Reads a request's body, bounded. */
import type { IncomingMessage } from 'node:http'

/** @returns null past the limit; nothing more is read then. Rejects when the sender goes away in the middle. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    // Announced too long: not worth a byte.
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return resolve(null)
    const chunks: Buffer[] = []
    let bytes = 0
    request
      .on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
        if (bytes > maxBytes) {
          request.removeAllListeners('data').pause()
          resolve(null)
        } else chunks.push(chunk)
      })
      .on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)))
      .on('error', reject)
      .on('close', () => {
        if (!request.complete) reject(new Error('The sender went away.'))
      })
  })
}
