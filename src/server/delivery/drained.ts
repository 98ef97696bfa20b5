/** Tells when what was written to a socket has been taken by the system. Not `drain`: below its mark that never comes. */
import type { Socket } from 'node:net'

/** Resolves when nothing waits that was written before, or never will be sent. */
export function drained(wire: Socket): Promise<void> {
  if (wire.writableLength === 0 || !wire.writable) return Promise.resolve()
  // A write of nothing is done when all before it is; and it fails when the socket is closed.
  return new Promise((resolve) => wire.write('', () => resolve()))
}
