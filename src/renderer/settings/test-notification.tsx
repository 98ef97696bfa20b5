/** Sends a notification the whole way, from the frame to the screen, and says how far it came. */
import { CircleCheck, CircleX, Send } from 'lucide-react'
import { useId, useState } from 'react'
import type { TestReport } from '../../contract/toast.ts'
import { useStore } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'

type Test =
  | { readonly kind: 'none' | 'running' }
  | { readonly kind: 'reported'; readonly report: TestReport }
  | { readonly kind: 'failed'; readonly problem: string }

export function TestNotification() {
  const { client } = useStore()
  const helpId = useId()
  const [test, setTest] = useState<Test>({ kind: 'none' })
  const send = (): void => {
    setTest({ kind: 'running' })
    client.call('sendTestNotification', {}).then(
      (report) => setTest({ kind: 'reported', report }),
      (fault: unknown) =>
        setTest({ kind: 'failed', problem: fault instanceof Error ? fault.message : String(fault) }),
    )
  }
  return (
    <div className="setting">
      <button
        type="button"
        className="button setting-button"
        aria-describedby={helpId}
        // It keeps the focus while it waits, which a disabled one would lose.
        aria-disabled={test.kind === 'running'}
        onClick={() => test.kind !== 'running' && send()}
      >
        <Send size={15} aria-hidden="true" />
        Send a test notification
      </button>
      <p className="setting-help" id={helpId}>
        It goes the way of a real one, and each step of it is reported here.
      </p>
      <div className="test-report" aria-live="polite">
        {test.kind === 'running' && (
          <p className="test-wait">
            Waiting for the toast, up to 10 seconds… <progress aria-label="Test notification" />
          </p>
        )}
        {test.kind === 'failed' && <p className="field-problem">{displayLine(test.problem)}</p>}
        {test.kind === 'reported' && <Steps report={test.report} />}
      </div>
    </div>
  )
}

function Steps({ report: { steps } }: { readonly report: TestReport }) {
  return (
    <ol className="test-steps">
      {steps.map(({ step, isOk, text }) => {
        const Icon = isOk ? CircleCheck : CircleX
        return (
          <li key={step} data-ok={isOk}>
            <Icon size={15} aria-hidden="true" />
            <span>
              <span className="visually-hidden">{isOk ? 'Done: ' : 'Failed: '}</span>
              {displayLine(text)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
