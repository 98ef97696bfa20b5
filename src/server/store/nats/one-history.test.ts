/** What nodes make of one log, whenever they began, and whatever became of it: the same numbers, and the truth about them. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import type { ServerEvent } from '../../log/server-events.ts'
import {
  missing,
  openNode,
  patience,
  settingsFor,
  startTestNats,
  whenNotReady,
  whenReady,
} from '../../testing/nats-cluster.ts'
import { draftOf, waitingFor } from '../../testing/store-contract.ts'
import type { Store } from '../store.ts'

const workerFile = new URL('../sqlite/worker.ts', import.meta.url)
const nowMs = 1_000_000_000
const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

async function manager(url: string) {
  const nc = await connect({ servers: url })
  onTestFinished(() => nc.close())
  return jetstreamManager(nc)
}

const standings = (store: Store, atMs = nowMs) =>
  Promise.all(['alice', 'bob', 'carol'].map((clientId) => store.enter(clientId, atMs)))

async function publishSome(store: Store, tag: string, atMs = nowMs): Promise<void> {
  await Promise.all(
    ['alice', null, 'bob', 'alice', null].map((stream, index) =>
      store.append(draftOf(stream, `${tag}${index}`, { publishedAtMs: atMs })),
    ),
  )
}

describe.skipIf(missing !== null)('one log', () => {
  test('a node that comes later, or comes back, has what the others have', async () => {
    const settings = settingsFor([(await startTestNats()).url])
    const path = join(temporaryFolder(), 'node.sqlite')
    const a = await openNode({ settings })
    const b = await openNode({ settings, file: { path, workerFile } })
    await whenReady(a, b)
    await publishSome(a, 'x')
    await a.enter('carol', nowMs)
    const before = await standings(b)
    await b[Symbol.asyncDispose]()
    await publishSome(a, 'y')
    const back = await openNode({ settings, file: { path, workerFile } })
    const late = await openNode({ settings })
    await whenReady(back, late)
    const now = await standings(a)
    expect(now.map(({ epoch }) => epoch)).toEqual(before.map(({ epoch }) => epoch))
    expect(now[0]?.heads).toEqual({ own: 4, all: 4 })
    for (const store of [back, late]) {
      expect(await standings(store)).toEqual(now)
      expect(await waitingFor(store, 'alice')).toEqual(await waitingFor(a, 'alice'))
    }
  })

  test('a file of another log is no part of this one', async () => {
    const path = join(temporaryFolder(), 'node.sqlite')
    const nats = await startTestNats()
    const one = await openNode({
      settings: settingsFor([nats.url], { name: 'one' }),
      file: { path, workerFile },
    })
    await whenReady(one)
    await publishSome(one, 'x')
    await one[Symbol.asyncDispose]()
    const two = await openNode({
      settings: settingsFor([nats.url], { name: 'two' }),
      file: { path, workerFile },
    })
    await whenReady(two)
    expect(await waitingFor(two, 'alice')).toEqual([])
    expect((await two.enter('alice', nowMs)).heads).toEqual({ own: 0, all: 0 })
  })

  test('where the beginning of the log is gone, a node begins from a checkpoint, and numbers as the others do', async () => {
    const nats = await startTestNats()
    const settings = settingsFor([nats.url])
    const clock = createManualClock(nowMs)
    const a = await openNode({ settings, clock })
    await whenReady(a)
    await publishSome(a, 'x')
    await standings(a)
    // Past the first look at checkpoints.
    clock.advance(hourMs)
    const jsm = await manager(nats.url)
    await expect
      .poll(async () => (await jsm.streams.info('tocsin-checkpoints')).state.messages, patience)
      .toBeGreaterThan(0)
    await jsm.streams.purge('tocsin-log')
    await publishSome(a, 'y', clock.now())
    const late = await openNode({ settings, clock })
    await whenReady(late)
    expect(await standings(late, clock.now())).toEqual(await standings(a, clock.now()))
    expect(await waitingFor(late, 'alice', clock.now())).toEqual(['y0', 'y1', 'y3', 'y4'])
    expect(await late.append(draftOf('alice', 'z'))).toMatchObject({ message: { sequence: 5 } })
    expect(await a.append(draftOf('alice', 'z'))).toMatchObject({ message: { sequence: 6 } })
  })

  test('where nothing stands for the beginning, all nodes begin anew, and clients are told by another epoch', async () => {
    const nats = await startTestNats()
    const settings = settingsFor([nats.url])
    const events: string[] = []
    const log = ({ event }: ServerEvent): void => void events.push(event)
    const a = await openNode({ settings })
    await whenReady(a)
    await publishSome(a, 'x')
    const [before] = await standings(a)
    let renewals = 0
    a.listen({
      ...{ onStored() {}, onAcknowledged() {}, onInterrupted() {} },
      onRenewed() {
        renewals += 1
      },
    })
    await (await manager(nats.url)).streams.purge('tocsin-log')
    const late = await openNode({ settings, log })
    await whenReady(late)
    expect(events).toContain('log-beginning-lost')
    const now = await standings(a)
    expect(now).toEqual(await standings(late))
    expect(now[0]?.epoch).not.toBe(before?.epoch)
    expect(now[0]?.heads).toEqual({ own: 0, all: 0 })
    expect(renewals).toBe(1)
    expect(await waitingFor(a, 'alice')).toEqual([])
  })

  test(
    'where NATS lost what it had confirmed, clients are told by another epoch, and the rest is kept',
    async () => {
      const nats = await startTestNats()
      const settings = settingsFor([nats.url])
      const aside = join(temporaryFolder(), 'aside')
      const events: string[] = []
      const a = await openNode({ settings, log: ({ event }) => void events.push(event) })
      const b = await openNode({ settings })
      await whenReady(a, b)
      await publishSome(a, 'kept')
      const [before] = await standings(a)
      const renewed = new Set<string>()
      for (const [name, store] of Object.entries({ a, b })) {
        const ignored = { onStored() {}, onAcknowledged() {}, onInterrupted() {} }
        store.listen({ ...ignored, onRenewed: () => void renewed.add(name) })
      }
      await nats.kill()
      cpSync(nats.folder, aside, { recursive: true })
      await nats.start()
      await whenReady(a, b)
      await publishSome(a, 'lost')
      await nats.kill()
      await whenNotReady(a, b)
      rmSync(nats.folder, { recursive: true })
      cpSync(aside, nats.folder, { recursive: true })
      await nats.start()
      await whenReady(a, b)
      expect(events).toContain('log-end-lost')
      const now = await standings(a)
      expect(await standings(b)).toEqual(now)
      expect(now[0]?.epoch).not.toBe(before?.epoch)
      expect(now[0]?.heads).toEqual({ own: 2, all: 2 })
      expect(renewed).toEqual(new Set(['a', 'b']))
      for (const store of [a, b]) {
        expect(await waitingFor(store, 'alice')).toEqual(['kept0', 'kept1', 'kept3', 'kept4'])
      }
      expect(await b.append(draftOf('alice', 'z'))).toMatchObject({ message: { sequence: 3 } })
      await expect.poll(() => waitingFor(a, 'alice')).toContain('z')
    },
    patience.timeout * 2,
  )

  test('a client is forgotten at every node, whatever their clocks say', async () => {
    const settings = settingsFor([(await startTestNats()).url])
    const clock = createManualClock(nowMs)
    const retention = { retentionMs: dayMs }
    const a = await openNode({ settings, clock, limits: retention })
    // Its clock stands: by itself it would never forget anyone.
    const b = await openNode({ settings, clock: createManualClock(nowMs), limits: retention })
    await whenReady(a, b)
    await publishSome(a, 'x')
    const [before] = await standings(a)
    clock.jump(2 * dayMs)
    await b.enter('bob', clock.now())
    clock.advance(60_000)
    await expect.poll(() => [a.clientCount, b.clientCount], patience).toEqual([1, 1])
    const now = await Promise.all([a, b].map((store) => store.enter('alice', clock.now())))
    expect(now[0]).toEqual(now[1])
    expect(now[0]?.epoch).not.toBe(before?.epoch)
    expect(await waitingFor(b, 'alice', clock.now())).toEqual([])
    expect(await b.append(draftOf('alice', 'y'))).toMatchObject({ message: { sequence: 1 } })
  })

  test('what is told of very many clients, or of those with very long ids, is never too large for NATS', async () => {
    const nats = await startTestNats({ configuration: 'max_payload: 1048576' })
    const settings = settingsFor([nats.url])
    const clock = createManualClock(nowMs)
    const a = await openNode({ settings, clock })
    await whenReady(a)
    const ids = Array.from({ length: 300 }, (_, i) => `${i} ${'ü'.repeat(4_000)}`)
    await Promise.all(ids.map((clientId) => a.enter(clientId, nowMs)))
    await a.append(draftOf(null, 'x'))
    const range = { stream: 'all', from: 1, through: 1, deliveredAtMs: null } as const
    await a.noteDelivered(ids.map((clientId) => ({ ...range, clientId })))
    expect(await a.receipt({ id: 'x', clientId: null })).toMatchObject({ deliveredCount: 300 })
    clock.advance(hourMs)
    const jsm = await manager(nats.url)
    const checkpoints = async () => (await jsm.streams.info('tocsin-checkpoints')).state.messages
    await expect.poll(checkpoints, patience).toBeGreaterThan(3)
    await jsm.streams.purge('tocsin-log')
    const late = await openNode({ settings, clock })
    await whenReady(late)
    expect(late.clientCount).toBe(300)
  })

  test('a log that is full refuses, and says so', async () => {
    const settings = settingsFor([(await startTestNats()).url], { maxBytes: 1_048_576 })
    const a = await openNode({ settings })
    await whenReady(a)
    const frame = JSON.stringify('x'.repeat(200_000))
    const fill = async (): Promise<void> => {
      for (let i = 0; i < 10; i++) await a.append(draftOf('alice', `${i}`, { frame }))
    }
    await expect(fill()).rejects.toThrow(/maximum bytes exceeded/)
    expect((await a.enter('alice', nowMs)).heads.own).toBeGreaterThan(2)
  })

  test('what is too large for NATS is refused with what to do, and what comes with it is stored', async () => {
    const a = await openNode({
      settings: settingsFor([(await startTestNats({ configuration: 'max_payload: 65536' })).url]),
    })
    await whenReady(a)
    const answers = await Promise.allSettled([
      a.append(draftOf('alice', 'a')),
      a.append(draftOf('alice', 'b', { frame: JSON.stringify('x'.repeat(70_000)) })),
      ...Array.from({ length: 9 }, (_, i) =>
        a.append(draftOf('alice', `${i}`, { frame: JSON.stringify('x'.repeat(30_000)) })),
      ),
    ])
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: 11 }, (_, i) => (i === 1 ? 'rejected' : 'fulfilled')),
    )
    expect(answers[1]).toMatchObject({ reason: { message: expect.stringMatching(/raise max_payload/) } })
  })
})
