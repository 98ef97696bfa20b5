/** An answer of the engine's, kept fresh while a component is in sight (`fresh-reader.ts`). */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ContractClient } from '../../contract/client.ts'
import { useStore } from '../store/store-context.tsx'
import type { WindowState } from '../store/window-state.ts'
import { createTimerSchedule } from '../time/schedule.ts'
import { createFreshReader, type Fresh, type FreshReader, type Pace } from './fresh-reader.ts'
import { useInSight } from './use-in-sight.ts'

export type FreshAnswer<Value> = Fresh<Value> & {
  /** Of what must be seen for it to be read. */
  readonly ref: RefObject<HTMLDivElement | null>
  readonly readNow: () => void
}

/** @param ask the same function as long as the same is asked; another one is asked at once */
export function useFresh<Value>(
  ask: (client: ContractClient) => Promise<Value>,
  pace: Pace,
): FreshAnswer<Value> {
  const { client, cell } = useStore()
  const ref = useRef<HTMLDivElement>(null)
  const reader = useRef<FreshReader | null>(null)
  const isInSight = useInSight(ref)
  const lastSight = useRef(false)
  const [fresh, setFresh] = useState<Fresh<Value>>({ value: null, problem: null })

  useEffect(() => {
    const created = createFreshReader<Value>({
      ask: () => ask(client),
      ...{ show: setFresh, pace, now: () => Date.now(), schedule: createTimerSchedule() },
    })
    reader.current = created
    created.setInSight(lastSight.current)
    let last = changing(cell.published())
    const stop = cell.subscribe(() => {
      const next = changing(cell.published())
      if (next.every((part, index) => part === last[index])) return
      last = next
      created.noteChange()
    })
    return () => {
      stop()
      created.dispose()
    }
  }, [client, cell, ask, pace])

  useEffect(() => {
    lastSight.current = isInSight
    reader.current?.setInSight(isInSight)
  }, [isInSight])
  return { ...fresh, ref, readNow: () => reader.current?.readNow() }
}

/** What figures depend on. */
const changing = ({ engine, host }: WindowState) => [engine?.counts, engine?.connection, host.kind]
