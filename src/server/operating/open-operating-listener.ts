/** The listener for metrics and health where the command's options give it an address of its own. */
import type { Configuration } from '../configuration/server-options.ts'
import type { Log } from '../log/server-events.ts'
import type { NotificationServer } from '../notification-server.ts'
import { readListenAddress } from '../server-address.ts'
import { type OperatingListener, startOperatingListener } from './start-operating-listener.ts'

/**
 * @returns null where none is asked for
 * @throws ListenError, with the server closed
 */
export async function openOperatingListener(
  { 'metrics-bind': address }: Pick<Configuration, 'metrics-bind'>,
  server: Pick<NotificationServer, 'operating' | 'close'>,
  log: Log,
): Promise<OperatingListener | null> {
  const wanted = address === null ? null : readListenAddress(address)
  if (wanted === null) return null
  try {
    const listener = await startOperatingListener({ ...wanted, answers: server.operating, log })
    log({ event: 'metrics-listening', port: listener.port })
    return listener
  } catch (error) {
    await server.close()
    throw error
  }
}
