/** What a chaos run came to, in figures and in words. */
import type { ChaosClient, ClientCounts } from './chaos-client.ts'
import type { PublisherCounts } from './chaos-publisher.ts'
import { addComparisons, type Comparison, compareHistory, nothingWrong } from './compare-history.ts'
import type { Ledger } from './ledger.ts'
import type { TroubleCounts } from './trouble.ts'

export type ChaosReport = {
  readonly published: number
  readonly toEveryone: number
  /** What all clients must have, summed up; and what they have. */
  readonly due: number
  readonly stored: number
  readonly wrong: Comparison & {
    /** Texts that nobody published. */
    readonly strangers: number
    readonly broken: number
    /** Acknowledged by a seed client, and sent to it again. */
    readonly waitedInVain: number
  }
  readonly clients: number
  readonly clientCounts: Readonly<ClientCounts>
  readonly publisherCounts: Readonly<PublisherCounts>
  readonly trouble: Readonly<TroubleCounts>
  /** False: it was given up, with what had come until then. */
  readonly isSettled: boolean
  readonly tookMs: number
}

export function reportChaos(run: {
  readonly ledger: Ledger
  readonly clients: readonly ChaosClient[]
  readonly clientCounts: Readonly<ClientCounts>
  readonly publisherCounts: Readonly<PublisherCounts>
  readonly trouble: Readonly<TroubleCounts>
  readonly waitedInVain: number
  readonly isSettled: boolean
  readonly tookMs: number
}): ChaosReport {
  const { ledger, clients, clientCounts, publisherCounts, trouble, isSettled, tookMs } = run
  let compared = nothingWrong
  let [due, stored, strangers] = [0, 0, 0]
  for (const { clientId, history } of clients) {
    stored += history.size
    strangers += history.strangers
    for (const [publisher, numbers] of ledger.dueTo(clientId).entries()) {
      due += numbers.length
      compared = addComparisons(compared, compareHistory(numbers, history.of(publisher)))
    }
  }
  const { waitedInVain } = run
  return {
    published: ledger.count,
    toEveryone: ledger.toEveryone,
    ...{ due, stored, clientCounts, publisherCounts, trouble, isSettled, tookMs },
    clients: clients.length,
    wrong: { ...compared, strangers, broken: clientCounts.broken, waitedInVain },
  }
}

export function chaosInWords(report: ChaosReport): string {
  const { wrong, clientCounts, publisherCounts, trouble } = report
  return [
    `${report.published} published (${report.toEveryone} to everyone) to ${report.clients} clients in ${(report.tookMs / 1000).toFixed(1)} s:`,
    `  ${trouble.kills} kills; ${publisherCounts.retries} requests sent again, ${publisherCounts.replayed} of them stored before;`,
    `  clients came ${trouble.came} times, vanished ${trouble.vanished}, left ${trouble.left}, stopped reading ${trouble.stalled};`,
    `  ${clientCounts.received} received, ${clientCounts.unstored} lost before they were stored, ${clientCounts.knownAlready} known already;`,
    `  ${report.stored} of ${report.due} stored: ${wrong.missing} missing, ${wrong.repeated} twice, ${wrong.outOfOrder} out of order, ` +
      `${wrong.misdelivered + wrong.strangers} strange, ${wrong.broken} broken sequences, ${wrong.waitedInVain} sent again though acknowledged`,
    ...(report.isSettled ? [] : ['  given up: not everyone had the end']),
  ].join('\n')
}
