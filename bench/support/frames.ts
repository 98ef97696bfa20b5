/** The frames that the benchmarks send: of the seed's four types, about 212 bytes, as `json.dumps` of Python spells them. */
import { notificationTypes } from '../../src/protocol/notification-type.ts'

const things = [
  ...['disk', 'backup', 'server', 'database', 'network', 'certificate', 'queue', 'worker', 'cache', 'index'],
  ...['replica', 'token', 'session', 'deploy', 'build', 'invoice', 'payment', 'sensor', 'router', 'volume'],
]
const events = ['failed', 'finished', 'started', 'stopped', 'is full', 'timed out', 'recovered', 'is slow']

/** The same frame for the same number, in every run. */
export function frameOf(number: number): string {
  const type = notificationTypes[number % 4] ?? 'info'
  const pick = (list: readonly string[], salt: number): string =>
    list[(Math.imul(number + salt, 2654435761) % list.length) >>> 0] ?? list[0] ?? ''
  const title = `${pick(things, 1)} ${pick(events, 2)}`
  const message = `The nightly ${pick(things, 3)} of host-${(Math.imul(number, 40503) % 1000) >>> 0} ${pick(events, 4)}`
  const id = `notif_${1000 + ((Math.imul(number, 7919) % 9000) >>> 0)}`
  const extras = {
    info: `"priority": "${['low', 'medium', 'high'][number % 3]}"`,
    warning: `"action_required": ${number % 3 === 0}`,
    error: `"error_code": ${400 + (number % 101)}, "retry_allowed": ${number % 2 === 0}`,
    success: `"completion_time": "${(number % 500) / 100}s"`,
  }
  return `{"type": "${type}", "title": "${title}", "message": "${message}", "id": "${id}", "timestamp": "2026-07-25T14:45:10.123456", "read": false, ${extras[type]}}`
}
