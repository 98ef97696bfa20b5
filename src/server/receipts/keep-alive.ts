/**
 * Says now and then on a stream of events that it is still there: proxies close what is silent, and a reader that vanished
 * without a word is only found by a write that is never taken.
 */
import type { ServerResponse } from 'node:http'
import type { Clock } from '../../clock/clock.ts'
import { pingEveryMs } from '../limits.ts'

/** A comment (HTML Standard, 9.2.6): no event, whoever reads it. */
const comment = ':\n\n'

/** @returns ends it */
export function keepAlive(clock: Clock, response: Pick<ServerResponse, 'write'>): Disposable {
  const onDue = (): void => {
    response.write(comment)
    timer = clock.setTimer(pingEveryMs, onDue)
  }
  let timer = clock.setTimer(pingEveryMs, onDue)
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}
