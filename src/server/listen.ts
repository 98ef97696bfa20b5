/** Binds an HTTP server to an address, and says what to do where that fails. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The address cannot be listened on. `code` is Node's; the message is one line that says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly code: string

  constructor(code: string, message: string, cause: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/**
 * @param port 0 for any free one
 * @returns the address and port the system gave
 * @throws ListenError
 */
export function listen(server: Server, bind: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => reject(explain(error, bind, port))
    server.once('error', onError)
    // Node takes an empty address for "all of them": nobody shall come to that by accident.
    if (bind === '') return reject(new ListenError('EINVAL', 'The address to listen on is empty.', null))
    server.listen(port, bind, () => {
      server.off('error', onError)
      resolve(server.address() as AddressInfo) // An IP socket, not a pipe: it was given a port.
    })
  })
}

function explain(error: NodeJS.ErrnoException, bind: string, port: number): ListenError {
  const code = error.code ?? 'UNKNOWN'
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${bind} is taken: stop the program that has it, or choose another port (0 takes any free one).`,
    EACCES: `This user may not listen on port ${port} of ${bind}: choose a port from 1024 up (0 takes any free one).`,
    EADDRNOTAVAIL: `This machine does not have the address ${bind}: choose one that it has, such as 127.0.0.1.`,
    ENOTFOUND: `The address ${bind} is not known: choose an address of this machine, such as 127.0.0.1.`,
  }
  return new ListenError(
    code,
    advice[code] ?? `Cannot listen on ${bind}, port ${port}: ${error.message}.`,
    error,
  )
}
