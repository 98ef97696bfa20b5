/** What every store promises, whatever keeps it: the rules of `store.ts`, as tests. */
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Acknowledgement, Draft, Store, StoredMessage, StreamKey } from '../store/store.ts'

/** When all of it happens: any time that is not past the store's. */
export type OpenStore = (nowMs: number) => Promise<Store>

const nowMs = 1_000_000_000

export function draftOf(stream: StreamKey, id: string, over: Partial<Draft> = {}): Draft {
  return { stream, id, frame: `{"id":"${id}"}`, publishedAtMs: nowMs, idempotency: null, ...over }
}

export async function waitingFor(store: Store, clientId: string, atMs = nowMs): Promise<string[]> {
  const ids: string[] = []
  for (let after = { own: 0, all: 0 }; ; ) {
    const page = await store.read({ clientId, after, nowMs: atMs })
    ids.push(...page.messages.map(({ id }) => id))
    if (page.isLast) return ids
    after = page.through
  }
}

export function describeStore(kind: string, open: OpenStore): void {
  const opened = async () => {
    const store = await open(nowMs)
    onTestFinished(() => store[Symbol.asyncDispose]())
    const heard: string[] = []
    store.listen({
      onStored: (messages: readonly StoredMessage[]) =>
        void heard.push(...messages.map(({ id, sequence }) => `${id} ${sequence}`)),
      onAcknowledged: ({ clientId, id }: Acknowledgement) => void heard.push(`${clientId} read ${id}`),
      onInterrupted() {},
    })
    const append = (stream: StreamKey, id: string, over?: Partial<Draft>) =>
      store.append(draftOf(stream, id, over))
    return { store, heard, append, waiting: (clientId: string) => waitingFor(store, clientId) }
  }

  describe(`a store in ${kind}`, () => {
    test('numbers each stream from 1 without gaps, whosever it is', async () => {
      const { store, append } = await opened()
      const clients = ['alice', 'ali.ce > *', 'Ünïcode ', '\0', '\ud800', 'a'.repeat(300)]
      for (const client of clients) {
        for (const sequence of [1, 2, 3]) {
          const stored = await append(client, `${sequence}`)
          expect(stored).toMatchObject({ kind: 'stored', message: { stream: client, sequence } })
        }
      }
      expect(await append(null, 'x')).toMatchObject({ message: { stream: null, sequence: 1 } })
      expect((await store.enter('alice', nowMs)).heads).toEqual({ own: 3, all: 1 })
      expect(store.clientCount).toBe(clients.length)
    })

    test('announces each message once, in order, and gives what waits in that order', async () => {
      const { append, heard, waiting } = await opened()
      await append('alice', 'first')
      await Promise.all(Array.from({ length: 600 }, (_, i) => append(i % 3 === 0 ? null : 'alice', `m${i}`)))
      const ids = ['first', ...Array.from({ length: 600 }, (_, i) => `m${i}`)]
      expect(heard.map((line) => line.split(' ')[0])).toEqual(ids)
      expect(await waiting('alice')).toEqual(ids)
    })

    test('keeps an idempotency key to its first request', async () => {
      const { append, waiting } = await opened()
      const idempotency = { key: 'k', hash: 'h' }
      const answers = await Promise.all([
        append('alice', 'a', { idempotency }),
        append('alice', 'b', { idempotency }),
        append('alice', 'c', { idempotency: { key: 'k', hash: 'other' } }),
      ])
      expect(answers).toMatchObject([
        { kind: 'stored' },
        { kind: 'repeated', id: 'a', stream: 'alice' },
        { kind: 'key-reused' },
      ])
      expect(await waiting('alice')).toEqual(['a'])
      // A day later it is forgotten.
      const tomorrow = { idempotency, publishedAtMs: nowMs + 24 * 60 * 60 * 1000 }
      expect(await append('alice', 'd', tomorrow)).toMatchObject({ kind: 'stored', message: { sequence: 2 } })
    })

    test('marks all of a client with that id as read, once, and tells it once', async () => {
      const { store, append, heard, waiting } = await opened()
      await append('alice', 'a')
      await append('alice', 'a')
      await append('bob', 'a')
      heard.length = 0
      const acknowledge = (clientId: string, id: string) => store.acknowledge({ clientId, id, atMs: nowMs })
      expect(await acknowledge('alice', 'a')).toBe('read')
      expect(heard).toEqual(['alice read a'])
      expect(await acknowledge('alice', 'a')).toBe('already-read')
      expect(await acknowledge('alice', 'b')).toBe('unknown')
      expect(await acknowledge('carol', 'a')).toBe('unknown')
      expect(heard).toEqual(['alice read a'])
      expect((await store.enter('alice', nowMs)).settled).toEqual({ own: 2, all: 0 })
      const after = { own: 0, all: 0 }
      const { messages } = await store.read({ clientId: 'bob', after, nowMs })
      expect(messages).toMatchObject([{ id: 'a', isAcknowledged: false }])
      expect(await waiting('alice')).toEqual(['a', 'a'])
    })

    test("everyone's waits for clients that were known before, and not for who comes later", async () => {
      const { store, append, waiting } = await opened()
      const { epoch } = await store.enter('alice', nowMs)
      await append(null, 'x')
      const late = await store.enter('bob', nowMs)
      expect(late).toMatchObject({ settled: { own: 0, all: 1 }, heads: { own: 0, all: 1 } })
      expect(late.epoch).not.toBe(epoch)
      expect((await store.enter('alice', nowMs)).epoch).toBe(epoch)
      expect(await waiting('alice')).toEqual(['x'])
      expect(await store.acknowledge({ clientId: 'bob', id: 'x', atMs: nowMs })).toBe('unknown')
    })

    test('tells who got it, and who read it', async () => {
      const { store, append } = await opened()
      for (const clientId of ['alice', 'bob']) await store.enter(clientId, nowMs)
      await append(null, 'x')
      await append('alice', 'a')
      const range = { clientId: 'alice', from: 1, through: 1, deliveredAtMs: nowMs + 5 }
      await store.noteDelivered([{ ...range, stream: 'own' }])
      await store.noteDelivered([{ ...range, stream: 'all', deliveredAtMs: null }])
      await store.acknowledge({ clientId: 'bob', id: 'x', atMs: nowMs + 9 })
      expect(await store.receipt({ id: 'a', clientId: 'alice' })).toMatchObject({
        message: { id: 'a', frame: '{"id":"a"}', publishedAtMs: nowMs },
        recipients: [{ clientId: 'alice', deliveredAtMs: nowMs + 5, acknowledgedAtMs: null }],
      })
      expect(await store.receipt({ id: 'x', clientId: null })).toMatchObject({
        deliveredCount: 2,
        acknowledgedCount: 1,
        recipients: [
          { clientId: 'bob', acknowledgedAtMs: nowMs + 9 },
          { clientId: 'alice', deliveredAtMs: nowMs },
        ],
      })
      expect(await store.receipt({ id: 'a', clientId: 'bob' })).toBeNull()
    })
  })
}
