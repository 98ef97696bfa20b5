/** What a second socket to the server tells, beside what the connection in use tells. Pure. */
import { worded } from '../../i18n/wording.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import { bad, doubtful, type Finding, good, unknown } from './finding.ts'
import { howLong } from './how-long.ts'
import type { Probe } from './probe.ts'
import type { LiveConnection } from './subject.ts'

/** @param inUse where the server could take the second socket for somebody else's */
export function judgeUpgrade(opened: Awaited<Probe['opened']>, inUse: LiveConnection | null): Finding {
  if (opened.is === 'open') return good(worded('engine-diagnosis.upgrade.good'))
  const { reason, status } = opened
  const isRefused = status !== null && status >= 400 && status < 500
  const detail = status === null ? null : `HTTP ${status}`
  if (!isRefused || inUse?.isLive !== true) return bad(reason, detail)
  return doubtful(worded('engine-diagnosis.upgrade.refused', { reason }), detail)
}

const noRoom = 'The address has no place for a second client id, so no second connection was opened.'

export const judgeLiveUpgrade = ({ since }: LiveConnection, now: number): Finding =>
  good(worded('engine-diagnosis.upgrade.live', { span: howLong(now - since) }), noRoom)

export function judgeLiveFrame(lastFrameAt: number | null, now: number): Finding {
  if (lastFrameAt === null) return unknown(worded('engine-diagnosis.frame.live.none'), noRoom)
  return good(worded('engine-diagnosis.frame.live', { span: howLong(now - lastFrameAt) }), noRoom)
}

export function judgeFrame(heard: Awaited<Probe['heard']>): Finding {
  if (heard.is === 'ended') return bad(worded('engine-diagnosis.frame.ended', { reason: heard.reason }))
  const frame = parseServerFrame(heard.frame)
  return frame.kind === 'rejected'
    ? doubtful(worded('engine-diagnosis.frame.strange'), frame.reason)
    : good(worded('engine-diagnosis.frame.good'), frame.kind)
}

/** A minute is the shortest silence that Tocsin makes a word about. */
const lately = 60_000

/** Nothing came on the second socket. */
export function judgeSilence(inUse: LiveConnection | null, now: number): Finding {
  const heardAgo = inUse?.isLive === true && inUse.lastFrameAt !== null ? now - inUse.lastFrameAt : null
  return heardAgo !== null && heardAgo < lately
    ? good(worded('engine-diagnosis.frame.heard', { span: howLong(heardAgo) }))
    : doubtful(worded('engine-diagnosis.frame.silent'))
}
