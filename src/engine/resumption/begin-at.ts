/** Where a cursor stands once a server has said where its connection begins. Pure; docs/resumption.md, 2. */
import type { ResumePoint, StreamName } from '../../protocol/resumption.ts'

/**
 * What an earlier connection brought may have been stored between the question and the answer, and comes again then: so
 * the cursor stays where it is, unless the server has lost what it was said to be past.
 * @param stored the cursor of now; null where there is none yet
 * @param asked what the server was told
 * @param answer where the server says that the connection begins
 */
export function beginAt(
  stored: ResumePoint | null,
  asked: ResumePoint | 'new',
  answer: ResumePoint,
): ResumePoint {
  if (stored === null || stored.epoch !== answer.epoch) return answer
  const told = asked !== 'new' && asked.epoch === answer.epoch ? asked : null
  const begin = (stream: StreamName): number => {
    if (told !== null && answer[stream] < told[stream]) return answer[stream]
    // What was said to be stored may be so no longer: then what comes shows the gap.
    if (answer[stream] === told?.[stream]) return stored[stream]
    return Math.max(stored[stream], answer[stream])
  }
  return { epoch: answer.epoch, own: begin('own'), all: begin('all') }
}
