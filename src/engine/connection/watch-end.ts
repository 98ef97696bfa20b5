/** Why a socket ended, or never opened, whatever it told and in whichever order. Not: what follows from it. */
import type WebSocket from 'ws'
import type { Clock } from '../../clock/clock.ts'
import { describeClose, describeError, describeResponse, type Failure } from './failure.ts'

/** @param onEnd called once, when the socket is closed. `status` is the HTTP status that came instead of a WebSocket; else null */
export function watchEnd(
  socket: WebSocket,
  clock: Pick<Clock, 'now'>,
  onEnd: (failure: Failure, status: number | null) => void,
): void {
  let failure: Failure | null = null
  let status: number | null = null
  socket.on('error', (error) => {
    failure ??= describeError(error, clock.now())
  })
  socket.on('unexpected-response', (_request, response) => {
    status = response.statusCode ?? 0
    failure = describeResponse(status, response.headers['retry-after'], clock.now())
    socket.terminate()
  })
  socket.on('close', (code, reason) => {
    onEnd(failure ?? describeClose(code, reason.toString('utf8')), status)
  })
}
