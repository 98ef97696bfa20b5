/**
 * For the test of killing: a burst of notifications, a server that sends it, and an engine in a process of its own that is
 * killed in the middle of it. Not: what must be true afterwards.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type WebSocket from 'ws'
import { notificationTypes } from '../protocol/notification-type.ts'
import type { ScriptedServer } from '../testing/scripted-server.ts'
import type { KillPlan, Moment, Wish } from './engine-to-kill.ts'

const seed = Number(process.env['TOCSIN_KILL_SEED'] ?? 1)
export const burst = 10_000
export const roundMs = 20_000
export const words = 40

/** Ids repeat, as on the wire: every seventh one names an older notification. */
export const frames: readonly string[] = Array.from({ length: burst }, (_, index) =>
  JSON.stringify({
    type: notificationTypes[(index * 7) % 4],
    title: `Notification ${index} group${index % words}`,
    message: `The nightly backup of host-${index} stopped: no space left on device`,
    id: `notif_${1000 + (index % 7 === 0 ? index % 500 : index)}`,
    timestamp: '2026-07-25T14:45:10.123456',
    read: false,
  }),
)

type Kill = { readonly wishes: readonly Wish[]; readonly when: Moment['when'] | 'sent' | 'heard' }

/** What is wished in a round, and what its child's death waits for. */
const kinds: readonly [Kill, ...Kill[]] = [
  { wishes: [], when: 'announced' },
  { wishes: ['mark-all'], when: 'read' },
  { wishes: ['mark-all', 'prune'], when: 'deleted' },
  { wishes: ['delete'], when: 'sent' },
  { wishes: ['prune', 'delete', 'mark-all'], when: 'read' },
  { wishes: ['mark-all', 'delete'], when: 'heard' },
]

/** A multiplicative hash spreads the rounds evenly, whatever the seed. From 0 to 1. */
const share = (round: number, salt: number): number =>
  ((round * 0x9e3779b1 + seed * 0x85ebca6b + salt * 0xc2b2ae35) >>> 0) / 2 ** 32

function killOf(round: number) {
  const { wishes, when } = kinds[round % kinds.length] ?? kinds[0]
  const wishAfterRows = 1_000 + Math.floor(share(round, 1) * 5_000)
  /** As many as are certain to come. */
  const most = { announced: burst - 500, sent: burst - 500, heard: 120, read: 700, deleted: 400 }[when]
  return { wishes, when, wishAfterRows, count: 1 + Math.floor(share(round, 2) * most) }
}

/** Sends the burst, leaves a few acknowledgements without an answer, and tells of each step. */
function serveBurst(socket: WebSocket, onStep: (done: { sent: number; heard: number }) => void) {
  const confirmed = new Set<string>()
  const done = { sent: 0, heard: 0 }
  socket.on('message', (data: Buffer) => {
    const id = idOf(data)
    if (id === undefined) return
    done.heard += 1
    onStep(done)
    // Fewer than may be under way: more, and nothing would be sent for the next ten seconds.
    if (done.heard % 10 === 0 && done.heard <= 300) return
    confirmed.add(id)
    socket.send(confirmationOf(id))
  })
  const pump = async (): Promise<void> => {
    while (done.sent < burst && socket.readyState === socket.OPEN) {
      for (const frame of frames.slice(done.sent, done.sent + 100)) socket.send(frame)
      done.sent = Math.min(burst, done.sent + 100)
      onStep(done)
      await nextTurn()
    }
  }
  void pump()
  return confirmed
}

/** What our own engine sends; a configuration has no id. */
export const idOf = (data: Buffer): string | undefined => (JSON.parse(data.toString()) as { id?: string }).id

export const confirmationOf = (id: string): string =>
  JSON.stringify({ type: 'system', message: `Notification ${id} marked as read`, timestamp: 'T' })

export type Report = {
  readonly announced: readonly number[]
  readonly read: readonly number[]
  readonly deleted: readonly number[]
  /** 0 where not everything was marked as read. */
  readonly readUpTo: number
}

function startChild(plan: KillPlan) {
  const program = join(import.meta.dirname, 'engine-to-kill.ts')
  const child = spawn(process.execPath, [program, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const closed = once(child, 'close')
  return {
    ...{ child, closed, errors: () => errors },
    /** Whole lines only: the kill may have cut the last one. */
    report(): Report {
      const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n')
      const rowIds = (what: string): number[] =>
        lines.filter((line) => line.startsWith(what)).flatMap((line) => line.slice(2).split(' ').map(Number))
      return {
        ...{ announced: rowIds('a'), read: rowIds('r'), deleted: rowIds('d') },
        readUpTo: Math.max(0, ...rowIds('u')),
      }
    },
  }
}

export type Aftermath = Report & { readonly confirmed: ReadonlySet<string> }

export async function playRound(server: ScriptedServer, dataDir: string, round: number): Promise<Aftermath> {
  const { wishes, when, wishAfterRows, count } = killOf(round)
  const isOwnHand = when !== 'sent' && when !== 'heard'
  const { child, closed, errors, report } = startChild({
    ...{ source: server.url, dataDir, wishes, wishAfterRows, seed: seed * 1_000 + round },
    die: isOwnHand ? { when, rows: count } : null,
    endAfterMs: roundMs,
  })
  const socket = await Promise.race([server.connection(), closed.then(() => null)])
  if (socket === null) throw new Error(`The child ended before it was connected: ${errors()}`)
  const confirmed = serveBurst(socket, (done) => {
    if (!isOwnHand && done[when] >= count) child.kill('SIGKILL')
  })
  await closed
  if (child.signalCode !== 'SIGKILL') throw new Error(`The child ended by itself: ${errors()}`)
  return { ...report(), confirmed }
}
