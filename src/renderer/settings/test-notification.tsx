/** Sends a notification the whole way, from the frame to the screen, and says how far it came. */
import { CircleCheck, CircleX, Send } from 'lucide-react'
import { useId, useState } from 'react'
import type { TestReport } from '../../contract/toast.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { sentenceOf } from '../text/sentence-of.ts'

type Test =
  | { readonly kind: 'none' | 'running' }
  | { readonly kind: 'reported'; readonly report: TestReport }
  | { readonly kind: 'failed'; readonly problem: string }

export function TestNotification() {
  const { client } = useStore()
  const { t } = useI18n()
  const helpId = useId()
  const [test, setTest] = useState<Test>({ kind: 'none' })
  const send = (): void => {
    setTest({ kind: 'running' })
    client.call('sendTestNotification', {}).then(
      (report) => setTest({ kind: 'reported', report }),
      (fault: unknown) => setTest({ kind: 'failed', problem: sentenceOf(fault) }),
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
        {t('settings.test')}
      </button>
      <p className="setting-help" id={helpId}>
        {t('settings.test.help')}
      </p>
      <div className="test-report" aria-live="polite">
        {test.kind === 'running' && (
          <p className="test-wait">
            {t('settings.test.wait')} <progress aria-label={t('settings.test.name')} />
          </p>
        )}
        {test.kind === 'failed' && <p className="field-problem">{displayLine(test.problem)}</p>}
        {test.kind === 'reported' && <Steps report={test.report} />}
      </div>
    </div>
  )
}

function Steps({ report: { steps } }: { readonly report: TestReport }) {
  const { t } = useI18n()
  return (
    <ol className="test-steps">
      {steps.map(({ step, isOk, text }) => {
        const Icon = isOk ? CircleCheck : CircleX
        return (
          <li key={step} data-ok={isOk}>
            <Icon size={15} aria-hidden="true" />
            <span>
              <span className="visually-hidden">
                {t(isOk ? 'settings.test.done' : 'settings.test.failed')}{' '}
              </span>
              {displayLine(text)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
