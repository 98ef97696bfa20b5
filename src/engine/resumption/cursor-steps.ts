/** Moves the cursors over what one transaction stores, and says what is not to be stored. Not: what is stored. */
import type { Gap, Place, ResumePoint } from '../../protocol/resumption.ts'
import type { Sources } from '../history/sources.ts'
import { beginAt } from './begin-at.ts'
import type { CursorTable } from './cursor-table.ts'
import { decidePlace, movedPast } from './decide-place.ts'
import type { Placed, ResumedLink } from './resumed-link.ts'

export type CursorSteps = {
  begin(link: ResumedLink): void
  /** @returns whether it is the next one: stored already, and what follows a gap, is not */
  pass(placed: Placed<Place | Gap>): boolean
  /** Writes where the cursors are now. @returns the connections on which something is missing */
  end(): readonly ResumedLink[]
}

/** @returns for one transaction, inside it: one that is rolled back leaves nothing here */
export function startCursorSteps(cursors: CursorTable, sources: Pick<Sources, 'id'>): CursorSteps {
  type Standing = { readonly link: ResumedLink; readonly before: ResumePoint | null; now: ResumePoint | null }
  const standings = new Map<string, Standing>()
  /** The same ones, found without making a key for each frame. */
  const byLink = new Map<ResumedLink, Standing>()
  const broken = new Set<ResumedLink>()

  function standingOf(link: ResumedLink): Standing {
    const found = byLink.get(link) ?? findStanding(link)
    byLink.set(link, found)
    return found
  }

  function findStanding(link: ResumedLink): Standing {
    const key = JSON.stringify([link.sourceAddress, link.clientId])
    const known = standings.get(key)
    if (known !== undefined) return known
    const before = cursors.read(link.sourceAddress, link.clientId)
    const standing = { link, before, now: before }
    standings.set(key, standing)
    return standing
  }

  return {
    begin(link) {
      const standing = standingOf(link)
      standing.now = beginAt(standing.now, link.asked, link.begins)
    },
    pass({ link, place }) {
      const standing = standingOf(link)
      const { now } = standing
      // Its beginning was lost while the disk was full, or another connection has begun since.
      const decision = now?.epoch === link.begins.epoch ? decidePlace(now, place) : 'gap'
      if (decision === 'gap') broken.add(link)
      if (decision !== 'store' || now === null) return false
      standing.now = { epoch: now.epoch, ...movedPast(now, place) }
      return true
    },
    end() {
      for (const { link, before, now } of standings.values()) {
        if (now !== null && !isSame(before, now))
          cursors.write(sources.id(link.sourceAddress), link.clientId, now)
      }
      return [...broken]
    },
  }
}

const isSame = (before: ResumePoint | null, now: ResumePoint): boolean =>
  before?.epoch === now.epoch && before.own === now.own && before.all === now.all
