/** Publishes what a request asks for: reads it, stores it, and answers once that is durable. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../clock/clock.ts'
import { completePublication, type Publication } from '../../protocol/publication.ts'
import { toWireTimestamp } from '../../protocol/timestamp.ts'
import { assertNever } from '../assert-never.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { type Answer, jsonAnswer, problemAnswer } from '../http/answer.ts'
import type { PublishAnswer } from '../http/publish-answer.ts'
import { readBody } from '../http/read-body.ts'
import { queryOf } from '../http/route.ts'
import { maxPublicationBytes } from '../limits.ts'
import type { Draft, Store, StreamKey } from '../store/store.ts'
import { readPublication } from './read-publication.ts'

/** @returns answers a request that may publish to this stream */
export function createPublisher(deps: {
  readonly store: Store
  readonly delivery: Pick<Delivery, 'recipients'>
  readonly clock: Clock
  readonly makeId: () => string
}): (request: IncomingMessage, stream: StreamKey, tokenName: string | null) => Promise<Answer> {
  const { store, delivery, clock, makeId } = deps

  return async (request, stream, tokenName) => {
    const key = readKey(request)
    if (key !== null && (key === '' || key.length > maxKeyLength)) {
      const detail = `An Idempotency-Key has 1 to ${maxKeyLength} characters.`
      return problemAnswer({ status: 400, detail, field: 'Idempotency-Key' })
    }
    const body = await readBody(request, maxPublicationBytes)
    if (body === null) {
      const detail = `A notification may have ${maxPublicationBytes} bytes, and this one has more.`
      // The rest of the body is not read: this connection is of no further use.
      return problemAnswer({ status: 413, detail }, { Connection: 'close' })
    }
    const read = readPublication({ headers: request.headers, query: queryOf(request.url ?? ''), body })
    if (!read.ok) return problemAnswer(read.problem, read.headers)
    const appended = await store.append(toDraft(stream, read.publication, scopeKey(key, tokenName)))
    switch (appended.kind) {
      case 'stored':
        return created(appended.message.id, stream)
      case 'repeated':
        return created(appended.id, appended.stream, { 'Idempotency-Replayed': 'true' })
      case 'key-reused': {
        const detail = 'This key came with another request before: use a new one for each notification.'
        return problemAnswer({ status: 422, detail, field: 'Idempotency-Key' })
      }
      default:
        return assertNever(appended)
    }
  }

  function toDraft(stream: StreamKey, publication: Publication, key: string | null): Draft {
    const publishedAtMs = clock.now()
    const made = { id: makeId(), timestamp: toWireTimestamp(publishedAtMs) }
    const notification = completePublication(publication, made)
    return {
      stream,
      id: notification.id,
      frame: JSON.stringify(notification),
      publishedAtMs: Math.floor(publishedAtMs),
      idempotency: key === null ? null : { key, hash: hashOf(stream, publication) },
    }
  }

  function created(id: string, stream: StreamKey, headers: Readonly<Record<string, string>> = {}): Answer {
    const answer: PublishAnswer = { id, recipients: delivery.recipients(stream) }
    return jsonAnswer(201, answer, { Location: receiptPath(stream, id), ...headers })
  }
}

const maxKeyLength = 255

/** The draft of the header (IETF httpapi) wants it quoted; most write it bare. */
function readKey({ headers }: IncomingMessage): string | null {
  const value = headers['idempotency-key']
  if (typeof value !== 'string') return null
  return /^"(.*)"$/.exec(value)?.[1] ?? value
}

/** Keys are each token's own: nobody learns by trying what another one has published. */
const scopeKey = (key: string | null, tokenName: string | null): string | null =>
  key === null || tokenName === null ? key : JSON.stringify([tokenName, key])

/** The same notification to the same recipients is the same request, however it was written. */
function hashOf(stream: StreamKey, publication: Publication): string {
  return createHash('sha256')
    .update(JSON.stringify([stream, publication]))
    .digest('base64')
}

export function receiptPath(stream: StreamKey, id: string): string {
  const segment = encodeURIComponent(id.toWellFormed())
  if (stream === null) return `/receipts/${segment}`
  return `/notify/${encodeURIComponent(stream.toWellFormed())}/${segment}`
}
