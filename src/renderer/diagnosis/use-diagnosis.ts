/** A diagnosis of a component's own, which ends with it. */
import { useEffect, useRef, useState } from 'react'
import { useStore } from '../store/store-context.tsx'
import { createDiagnosisRun, type DiagnosisRun, type DiagnosisView } from './diagnosis-run.ts'

export type DiagnosisHandle = {
  readonly view: DiagnosisView
  /** @param address of a source that is not kept; null for the one in use */
  readonly run: (address: string | null) => void
  readonly cancel: () => void
}

export function useDiagnosis(): DiagnosisHandle {
  const { client } = useStore()
  const [view, setView] = useState<DiagnosisView>({ kind: 'none' })
  const run = useRef<DiagnosisRun | null>(null)
  useEffect(() => {
    const created = createDiagnosisRun({ client, show: setView, now: () => Date.now() })
    run.current = created
    return created.dispose
  }, [client])
  return {
    view,
    run: (address) => run.current?.start(address),
    cancel: () => run.current?.cancel(),
  }
}
