/** Read marker, outbox and sender on a real file, the model beside them, and a server that says what a test wants. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createManualClock, type ManualClock } from '../../clock/manual-clock.ts'
import { Refusal } from '../../contract/refusal.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { parseClientFrame } from '../../protocol/client-message.ts'
import { notificationTypes } from '../../protocol/notification-type.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import { createStorage } from '../create-storage.ts'
import type { StoredBatch } from '../history/arrival.ts'
import { toastFates } from '../toasts/toast-fate.ts'
import type { MarkedGroup } from './marking.ts'
import { allowedStates, createModel, type Source } from './outbox-model.ts'
import { outboxStates } from './outbox-state.ts'
import { createSender, secondChance, senderLimits } from './sender.ts'

export type OutboxUnderTest = ReturnType<typeof startOutbox>

/** Timers that set each other without end would never let a test fail. */
function createBoundedClock(): ManualClock {
  const clock = createManualClock()
  let setSince = 0
  return {
    ...clock,
    get timerCount() {
      return clock.timerCount
    },
    setTimer(delayMs, callback) {
      setSince += 1
      if (setSince > 10_000) throw new Error('Timers are set without end.')
      return clock.setTimer(delayMs, callback)
    },
    advance(byMs) {
      setSince = 0
      clock.advance(byMs)
    },
  }
}

export function startOutbox() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tocsin-test-'))
  const clock = createBoundedClock()
  const model = createModel()
  const faults: unknown[] = []
  /** The ids on the wire of this connection, in order. */
  let wire: string[] = []
  let isOpen = false
  let openSource: Source | null = null
  let storage = open()
  let sender = make()

  function open() {
    return createStorage({
      ...{
        clock,
        i18n: () => english,
        dataDir,
        decideToasts: (arrived) => arrived.map(() => toastFates.shown),
        sampleDelay: () => null,
      },
      onStored: stored,
      onCrowded: () => {},
      onStorage: ({ problem }) => void (problem === null || faults.push(problem)),
    })
  }

  function make() {
    return createSender({
      ...{ clock, outbox: storage.outbox, onChanged: () => {}, onFault: (fault) => faults.push(fault) },
      send(frame) {
        const parsed = parseClientFrame(frame)
        if (isOpen && parsed.kind === 'acknowledge') wire.push(parsed.id)
        return isOpen
      },
    })
  }

  function stored({ rows, confirmedIds }: StoredBatch): void {
    for (const { rowId, type } of rows) {
      const next = model.rows.find((row) => row.rowId === rowId)
      if (next?.type !== type) throw new Error(`Row ${rowId} was stored out of order.`)
    }
    if (confirmedIds.length > 0) sender.confirmed(confirmedIds)
  }

  function announce(groups: readonly MarkedGroup[], isBySlice: boolean): void {
    for (const { rowIds } of groups) model.marked(rowIds, isBySlice)
    sender.kick()
  }

  function confirm(wireId: string): void {
    if (openSource === null) return
    model.confirm(openSource, wireId)
    storage.ingest.add({ kind: 'confirmation', sourceAddress: openSource, wireId, at: clock.now() })
    storage.ingest.flush()
  }

  function close(): void {
    sender[Symbol.dispose]()
    isOpen = false
    openSource = null
    storage[Symbol.dispose]()
  }

  const number = (sql: string): number => Number(storage.database.prepare(sql).get()?.['number'])
  const sentTo = (source: Source): number =>
    number(`SELECT count(*) AS number FROM acknowledgements
      WHERE state = ${outboxStates.indexOf('sent')} AND source_id = ${storage.sources.id(source)}`)

  /** The newest rows, as the window sees them. */
  function checkRows(limit: number): void {
    const found = storage.history.newest(limit).toReversed()
    const expected = model.rows.slice(-limit)
    expect(found).toHaveLength(expected.length)
    const wrong = found.flatMap(({ rowId, readAt, acknowledgement }, place) => {
      const row = expected[place]
      const isRight =
        row?.rowId === rowId &&
        row.isRead === (readAt !== null) &&
        allowedStates(row).includes(acknowledgement)
      return isRight ? [] : [{ rowId, readAt, acknowledgement, row }]
    })
    expect(wrong).toEqual([])
  }

  return {
    ...{ model, confirm },
    wire: () => wire,
    arrive(wireIds: readonly (string | null)[], source: Source): void {
      let rowId = (model.rows.at(-1)?.rowId ?? 0) + 1
      for (const wireId of wireIds) {
        const type = notificationTypes[rowId % 4] ?? 'info'
        const frame = JSON.stringify({ type, title: 'T', ...(wireId === null ? {} : { id: wireId }) })
        const parsed = parseServerFrame(frame)
        if (parsed.kind !== 'notification') throw new Error(`That is no notification: ${frame}`)
        const arrived = { notification: parsed.notification, frame, receivedAt: clock.now() }
        model.rows.push({
          ...{ rowId: rowId++, type, source, wireId },
          ...{ isRead: false, isCovered: false, owed: [], wishes: [] },
        })
        storage.ingest.add({ kind: 'notification', sourceAddress: source, arrived })
      }
      storage.ingest.flush()
    },
    mark(index: number): void {
      const row = model.rows[index % Math.max(1, model.rows.length)]
      if (row === undefined) return
      const { now } = model.mark(row)
      const groups = storage.readMarker.markRows([row.rowId], clock.now())
      const rowIds = groups.flatMap((group) => group.rowIds)
      expect(rowIds.includes(row.rowId)).toBe(now !== null)
      if (now === null) expect(rowIds).toEqual([])
      announce(groups, false)
    },
    markUnread(index: number): void {
      const row = model.rows[index % Math.max(1, model.rows.length)]
      if (row === undefined) return
      try {
        const changed = storage.unreadMarker.markRows([row.rowId], clock.now())
        expect(changed).toEqual(row.isRead ? [row.rowId] : [])
        if (row.isRead) model.markUnread(row)
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        expect(storage.readJobs.mayReach(row.rowId)).toBe(true)
      }
    },
    markAll(): void {
      const { markedCount } = storage.readMarker.markAll(clock.now())
      expect(markedCount).toBe(model.markAll())
    },
    slice(): boolean {
      const groups = storage.readMarker.slice()
      if (groups !== null) announce(groups, true)
      return groups !== null
    },
    slices(): void {
      for (let turn = 0; turn <= model.rows.length && this.slice(); turn++);
      expect(storage.readMarker.slice()).toBeNull()
      expect(model.rows.filter(({ isCovered, owed }) => isCovered || owed.length > 0)).toEqual([])
    },
    connect(source: Source): void {
      wire = []
      isOpen = true
      openSource = source
      sender.opened(() => storage.sources.id(source))
    },
    /** The socket is closing: it takes nothing more, and nobody was told yet. */
    jam(): void {
      isOpen = false
    },
    pass(ms: number): void {
      // A socket that is closing is lost before long.
      if (!isOpen && openSource !== null) this.lose()
      clock.advance(ms)
    },
    lose(): void {
      isOpen = false
      openSource = null
      sender.lost()
    },
    /** The server answers what it hears, until nothing new comes. */
    confirmAll(): void {
      const most = 2 * model.rows.length + secondChance.perConnection
      for (let answered = 0; answered < wire.length && answered <= most; answered++) {
        confirm(wire[answered] ?? '')
      }
      expect(wire.length).toBeLessThanOrEqual(most)
    },
    notFound: (wireId: string) => sender.unknown(wireId),
    restart(): void {
      close()
      storage = open()
      sender = make()
    },
    underWay: (source: Source) =>
      storage.outbox.pending(storage.sources.id(source), 1_000_000).length + sentTo(source),
    /** @param limit of rows: all of them take a while */
    check(limit = 100_000): void {
      expect(faults).toEqual([])
      checkRows(limit)
      expect(storage.counts.read()).toEqual(model.counts())
      if (openSource !== null) expect(sentTo(openSource)).toBeLessThanOrEqual(senderLimits.inFlight)
    },
    [Symbol.dispose]() {
      close()
      rmSync(dataDir, { recursive: true, force: true })
      expect(clock.timerCount).toBe(0)
    },
  }
}
