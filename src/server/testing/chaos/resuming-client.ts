/**
 * A client that keeps what it gets and resumes (docs/resumption.md): frames are stored some at a time, together with the
 * cursor, as a program does that gathers them for one transaction.
 */
import { buildAcknowledgement } from '../../../protocol/client-message.ts'
import {
  formatResume,
  parseResume,
  type ResumePoint,
  readPlace,
  resumeHeader,
} from '../../../protocol/resumption.ts'
import type { ChaosClient, ClientCounts } from './chaos-client.ts'
import { createHistory } from './history.ts'
import { createLink, type LinkDeps } from './link.ts'
import { createMarks } from './marks.ts'

/** More are never on their way to the disk at once. */
const maxGathered = 16
/** What is acknowledged comes all the same, so that there is no gap: some are, to see that. */
const acknowledgedShare = 0.02

export function createResumingClient(
  deps: Pick<LinkDeps, 'clientId' | 'nodes' | 'draw'> & { readonly counts: ClientCounts },
): ChaosClient {
  const { clientId, draw, counts } = deps
  const history = createHistory()
  const marks = createMarks()
  let stored: ResumePoint | null = null
  /** As `stored`, once what was gathered is. */
  let next: ResumePoint | null = null
  let gathered: string[] = []
  let storeAt = 1

  const link = createLink({
    ...deps,
    headers: () => ({ [resumeHeader]: stored === null ? 'new' : formatResume(stored) }),
    onUpgrade({ headers }) {
      const said = headers[resumeHeader.toLowerCase()]
      const point = parseResume(typeof said === 'string' ? said : '')
      if (point === null || point === 'new') return broken()
      if (stored !== null && formatResume(point) !== formatResume(stored)) broken()
      stored ??= point
      next = point
    },
    onFrame(frame) {
      const place = readPlace(frame)
      if (place === null) return
      if (next === null || !('sequence' in place)) return broken()
      counts.received += 1
      const last = next[place.stream]
      if (place.sequence <= last) {
        counts.knownAlready += 1
        return
      }
      if (place.sequence > last + 1) {
        broken()
        return link.renew()
      }
      next = { ...next, [place.stream]: place.sequence }
      const text = String(frame['message'])
      gathered.push(text)
      if (draw.chance(acknowledgedShare)) link.send(buildAcknowledgement(String(frame['id'])))
      if (gathered.length >= storeAt || marks.isMark(text)) store()
    },
    onGone() {
      counts.unstored += gathered.length
      gathered = []
      next = null
    },
  })

  function store(): void {
    if (next === null) return
    history.store(gathered.filter((text) => !marks.isMark(text)))
    marks.reach(gathered)
    gathered = []
    stored = next
    storeAt = draw.integer(1, maxGathered)
  }

  function broken(): void {
    counts.broken += 1
  }

  return {
    clientId,
    history,
    get isHere() {
      return link.isHere
    },
    async come() {
      counts.connections += 1
      await link.come()
    },
    vanish: () => link.go(false),
    leave() {
      store()
      link.go(true)
    },
    stall: link.stall,
    has: marks.wait,
  }
}
