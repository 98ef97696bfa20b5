/** A diagnosis as this window follows it: asked for, step by step, over. Not: what is looked at (the engine). */
import type { ContractClient } from '../../contract/client.ts'
import type { DiagnosisStep } from '../../contract/diagnosis.ts'

export type DiagnosisView =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly address: string | null; readonly steps: readonly DiagnosisStep[] }
  | {
      readonly kind: 'over'
      readonly address: string | null
      readonly steps: readonly DiagnosisStep[]
      readonly isCancelled: boolean
      /** Milliseconds since the epoch. */
      readonly at: number
    }
  | { readonly kind: 'failed'; readonly problem: string }

export type DiagnosisRun = {
  /** @param address of a source that is not kept; null for the one in use */
  start(address: string | null): void
  cancel(): void
  /** Ends the one under way. */
  dispose(): void
}

type Deps = {
  readonly client: ContractClient
  readonly show: (view: DiagnosisView) => void
  readonly now: () => number
}

export function createDiagnosisRun({ client, show, now }: Deps): DiagnosisRun {
  let current: { readonly stop: () => void } | null = null

  function start(address: string | null): void {
    current?.stop()
    const steps: DiagnosisStep[] = []
    const tell = (): void => show({ kind: 'running', address, steps: [...steps] })
    const run = {
      stop: client.on('diagnosisProgressed', (step) => {
        steps.push(step)
        tell()
      }),
    }
    current = run
    tell()
    const settle = (view: DiagnosisView): void => {
      run.stop()
      // Another one has begun meanwhile, or nobody looks any more.
      if (current !== run) return
      current = null
      show(view)
    }
    client.call('diagnose', address === null ? {} : { source: address }).then(
      // What is answered counts: a step of somebody else's diagnosis may have come in between.
      (diagnosis) => settle({ kind: 'over', address, ...diagnosis, at: now() }),
      (fault: unknown) =>
        settle({ kind: 'failed', problem: fault instanceof Error ? fault.message : String(fault) }),
    )
  }

  function cancel(): void {
    // Whatever becomes of it, the diagnosis itself answers.
    if (current !== null) client.call('cancelDiagnosis', {}).catch(() => {})
  }

  return {
    start,
    cancel,
    dispose() {
      cancel()
      current?.stop()
      current = null
    },
  }
}
