/** The first step: the embedded demo, or an address of one's own that is tested before it is kept. */
import { CircleCheck, CircleX } from 'lucide-react'
import { useId, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { FieldProblem } from '../settings/field-problem.tsx'
import { useStore } from '../store/store-context.tsx'
import { useAsk } from '../store/use-ask.ts'
import { displayLine } from '../text/display-text.ts'
import type { SourceVerdict } from './source-verdict.ts'
import { useSourceTest } from './use-source-test.ts'
import { WelcomeFooter } from './welcome-footer.tsx'

type Props = { readonly onNext: () => void; readonly onSkip: () => void }

export function SourceStep({ onNext, onSkip }: Props) {
  const { client } = useStore()
  const { t } = useI18n()
  const group = useId()
  const [isOwn, setOwn] = useState(false)
  const [address, setAddress] = useState('')
  const { test, run, cancel } = useSourceTest()
  const { problem, ask } = useAsk()
  const wanted = address.trim()
  const verdict = test.kind === 'over' && test.address === wanted ? test.verdict : null

  const keep = async (source: string): Promise<void> => {
    if ((await ask(client.call('changeSettings', { source }))) !== null) onNext()
  }
  const next = async (): Promise<void> => {
    if (!isOwn) return keep('')
    if (wanted === '' || test.kind === 'running') return
    // What was found is seen first: the next press goes on.
    if (isUsable(verdict)) await keep(wanted)
    else await run(wanted)
  }
  return (
    <form
      className="welcome-step"
      onSubmit={(event) => {
        event.preventDefault()
        void next()
      }}
    >
      <h2 tabIndex={-1}>{t('welcome.source.title')}</h2>
      <Choice
        group={group}
        label={t('welcome.source.demo')}
        help={t('welcome.source.demo.help')}
        isChosen={!isOwn}
        onChoose={() => setOwn(false)}
      />
      <Choice
        group={group}
        label={t('welcome.source.own')}
        help={t('welcome.source.own.help')}
        isChosen={isOwn}
        onChoose={() => setOwn(true)}
      />
      {isOwn && (
        <div className="welcome-address">
          <input
            type="text"
            className="text-field"
            aria-label={t('welcome.source.address')}
            placeholder="wss://"
            dir="ltr"
            // biome-ignore lint/a11y/noAutofocus: whoever has chosen an address of their own types it next
            autoFocus={true}
            autoComplete="off"
            spellCheck={false}
            maxLength={2_048}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Outcome isRunning={test.kind === 'running'} verdict={verdict} onCancel={cancel} />
          {verdict?.kind === 'bad' && (
            <button type="button" className="link-button" onClick={() => void keep(wanted)}>
              {t('welcome.source.use-anyway')}
            </button>
          )}
        </div>
      )}
      <FieldProblem problem={problem} />
      <WelcomeFooter
        word={t(isOwn && !isUsable(verdict) ? 'welcome.source.test' : 'welcome.next')}
        isDisabled={isOwn && (wanted === '' || test.kind === 'running')}
        onSkip={onSkip}
      />
    </form>
  )
}

const isUsable = (verdict: SourceVerdict | null): boolean =>
  verdict?.kind === 'good' || verdict?.kind === 'quiet'

type ChoiceProps = {
  readonly group: string
  readonly label: string
  readonly help: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Choice({ group, label, help, isChosen, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <div className="welcome-choice" data-chosen={isChosen}>
      <input
        id={id}
        type="radio"
        name={group}
        checked={isChosen}
        aria-describedby={`${id}-help`}
        onChange={onChoose}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-help`}>{help}</p>
    </div>
  )
}

type OutcomeProps = {
  readonly isRunning: boolean
  readonly verdict: SourceVerdict | null
  readonly onCancel: () => void
}

function Outcome({ isRunning, verdict, onCancel }: OutcomeProps) {
  const { t } = useI18n()
  return (
    <div className="welcome-outcome" aria-live="polite">
      {isRunning && (
        <p>
          {t('welcome.source.testing')}{' '}
          <button type="button" className="link-button" onClick={onCancel}>
            {t('welcome.source.cancel')}
          </button>
          <progress aria-label={t('welcome.source.test')} />
        </p>
      )}
      {!isRunning && verdict !== null && <Verdict verdict={verdict} />}
    </div>
  )
}

function Verdict({ verdict }: { readonly verdict: SourceVerdict }) {
  const { t } = useI18n()
  const Icon = isUsable(verdict) ? CircleCheck : CircleX
  return (
    <p className="welcome-verdict" data-kind={verdict.kind}>
      <Icon size={16} aria-hidden="true" />
      {verdict.kind === 'bad' ? displayLine(verdict.problem) : t(`welcome.source.${verdict.kind}`)}
    </p>
  )
}
