/**
 * A part of the window whose code is loaded once the window is shown. Not React's `lazy`: that shows its fallback for a
 * moment even where the code is there, and after a fallback it waits 300 ms.
 */
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react'

export type LaterPart<Props> = {
  (props: Props): ReactNode
  /** Settles when the code is there. */
  load(): Promise<void>
}

/** @param Waiting stands in its place until the code is there */
export function laterPart<Props extends object>(
  bring: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType = Nothing,
): LaterPart<Props> {
  let part: ComponentType<Props> | null = null
  const watchers = new Set<() => void>()

  const load = async (): Promise<void> => {
    part = await bring()
    for (const watcher of watchers) watcher()
  }
  const subscribe = (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }

  function Later(props: Props): ReactNode {
    // It may come between this being drawn and its effect, from whoever loads ahead: a store is looked at again then.
    const Part = useSyncExternalStore(subscribe, () => part)
    useEffect(() => {
      if (part === null) load().catch(reportError)
    }, [])
    return Part === null ? <Waiting /> : <Part {...props} />
  }

  return Object.assign(Later, { load })
}

const Nothing = (): null => null
