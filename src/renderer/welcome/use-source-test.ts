/** Tests an address before it is kept. */
import { useEffect, useState } from 'react'
import { useStore } from '../store/store-context.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { type SourceVerdict, sourceVerdict } from './source-verdict.ts'

export type SourceTest =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly address: string }
  | { readonly kind: 'over'; readonly address: string; readonly verdict: SourceVerdict }

export type SourceTester = {
  readonly test: SourceTest
  readonly run: (address: string) => Promise<void>
  readonly cancel: () => void
}

export function useSourceTest(): SourceTester {
  const { client } = useStore()
  const [test, setTest] = useState<SourceTest>({ kind: 'none' })
  // Whoever leaves the question needs no answer.
  useEffect(() => () => void client.call('cancelDiagnosis', {}).catch(() => {}), [client])
  return {
    test,
    async run(address) {
      setTest({ kind: 'running', address })
      const verdict = await client
        .call('diagnose', { source: address })
        .then(sourceVerdict, (fault: unknown): SourceVerdict => ({ kind: 'bad', problem: sentenceOf(fault) }))
      setTest({ kind: 'over', address, verdict })
    },
    cancel: () => void client.call('cancelDiagnosis', {}).catch(() => {}),
  }
}
