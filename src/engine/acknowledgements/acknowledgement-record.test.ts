import { expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createStorage } from '../create-storage.ts'
import { readAcknowledgementRecord } from './acknowledgement-record.ts'

it('tells how one source has taken acknowledgements lately', () => {
  const clock = createManualClock()
  const storage = createStorage({
    ...{
      clock,
      i18n: () => english,
      dataDir: temporaryFolder(),
      decideToasts: () => [],
      sampleDelay: () => null,
    },
    ...{ onStored() {}, onStorage() {}, onCrowded() {} },
  })
  onTestFinished(() => storage[Symbol.dispose]())
  const { database, outbox, sources } = storage
  const read = () => readAcknowledgementRecord(database, 'ws://a')
  const none = {
    ...{ waitingCount: 0, oldestWaitingAt: null },
    ...{ confirmedCount: 0, lastConfirmedAt: null, unconfirmedCount: 0 },
  }
  expect(read()).toEqual(none)

  const [ours, other] = [sources.id('ws://a'), sources.id('ws://b')]
  const [pending, sent, lost, done] = ['p', 's', 'l', 'd'].map((wireId, at) => outbox.add(ours, wireId, at))
  outbox.add(other, 'p', 0)
  outbox.setSent([sent ?? 0], 5)
  outbox.setState([lost ?? 0], 'unconfirmed')
  outbox.confirm(ours, 'd', 9)
  outbox.confirm(other, 'p', 20)
  expect(pending).not.toBe(done)
  expect(read()).toEqual({
    ...{ waitingCount: 2, oldestWaitingAt: 0 },
    ...{ confirmedCount: 1, lastConfirmedAt: 9, unconfirmedCount: 1 },
  })

  for (let more = 0; more < 1_000; more++) outbox.add(other, `m${more}`, 30)
  expect(read()).toEqual({ ...none, waitingCount: 2, oldestWaitingAt: 0 })
})
