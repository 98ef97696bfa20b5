/** Drains a server, and gives up where something does not answer: whoever stops the process would end it in the middle. */
import type { Clock } from '../../clock/clock.ts'
import type { NotificationServer } from '../notification-server.ts'

/** For what is written when requests and clients are gone. */
export const writeGraceMs = 1_000

/** @returns false where it was not over in time: what was answered is stored all the same */
export async function drainInTime(
  server: Pick<NotificationServer, 'drain'>,
  { clock, withinMs }: { readonly clock: Clock; readonly withinMs: number },
): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  using _timer = clock.setTimer(withinMs + writeGraceMs, () => late.resolve(false))
  return await Promise.race([server.drain(withinMs).then(() => true), late.promise])
}
