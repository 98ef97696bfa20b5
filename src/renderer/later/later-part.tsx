/**
 * A part of the window whose code is loaded once the window is shown. Not React's `lazy`: that shows its fallback for a
 * moment even where the code is there, and after a fallback it waits 300 ms.
 */
import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react'

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

  const load = async (): Promise<void> => {
    part = await bring()
  }

  function Later(props: Props): ReactNode {
    const [, showAgain] = useReducer((count: number) => count + 1, 0)
    useEffect(() => {
      if (part === null) load().then(showAgain, reportError)
    }, [])
    const Part = part
    return Part === null ? <Waiting /> : <Part {...props} />
  }

  return Object.assign(Later, { load })
}

const Nothing = (): null => null
