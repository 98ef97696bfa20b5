/** Asks each connection to go on where the history ends, and knows which one does. Not: what becomes of its frames. */
import { formatResume, parseResume, type ResumePoint, resumeHeader } from '../../protocol/resumption.ts'
import type { ResumedLink } from './resumed-link.ts'

export type ResumptionDeps = {
  /** Under which the history files what is being heard. */
  sourceAddress(): string
  /** Where the address does not say it; else empty. */
  clientId(): string
  /** @throws SQLite's own error */
  readCursor(sourceAddress: string, clientId: string): ResumePoint | null
  /** A server goes on where we were: said before anything that it sends. */
  onBegun(link: ResumedLink): void
  /** The cursor cannot be read: then this connection is one that does not resume. */
  onFault(fault: unknown): void
}

/** What one attempt to connect asks for. */
export type ResumeWish = {
  /** For the upgrade's request. */
  readonly headers: Readonly<Record<string, string>>
  /** @param headers of the upgrade's answer, their names in lower case */
  answered(headers: Readonly<Record<string, unknown>>): void
}

export type Resumption = {
  /** For a new attempt: the last one is over. */
  wish(): ResumeWish
  /** The connection of now, where its server resumes; else null: frames have no place then. */
  readonly link: ResumedLink | null
  /** Whether it goes on where an earlier one was, and not from a beginning. */
  readonly isResumed: boolean
  /** Nothing more is heard of the connection of now. */
  lost(): void
}

export function createResumption(deps: ResumptionDeps): Resumption {
  let link: ResumedLink | null = null

  function read(sourceAddress: string, clientId: string): ResumePoint | 'new' | null {
    try {
      return deps.readCursor(sourceAddress, clientId) ?? 'new'
    } catch (fault) {
      deps.onFault(fault)
      return null
    }
  }

  return {
    wish() {
      link = null
      const [sourceAddress, clientId] = [deps.sourceAddress(), deps.clientId()]
      const asked = read(sourceAddress, clientId)
      if (asked === null) return { headers: {}, answered: () => {} }
      return {
        headers: { [resumeHeader]: asked === 'new' ? asked : formatResume(asked) },
        answered(headers) {
          const value = headers[resumeHeader.toLowerCase()]
          const begins = typeof value === 'string' ? parseResume(value) : null
          if (begins === null || begins === 'new') return
          link = { sourceAddress, clientId, asked, begins }
          deps.onBegun(link)
        },
      }
    },
    get link() {
      return link
    },
    get isResumed() {
      return link !== null && link.asked !== 'new' && link.asked.epoch === link.begins.epoch
    },
    lost() {
      link = null
    },
  }
}
