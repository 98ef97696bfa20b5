/** The first steps, once: where notifications come from, whether toasts may be shown, and then the list. */
import { useEffect, useRef, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { BellMark } from '../layout/bell-mark.tsx'
import { useStore } from '../store/store-context.tsx'
import { DoneStep } from './done-step.tsx'
import { SourceStep } from './source-step.tsx'
import { ToastsStep } from './toasts-step.tsx'
import './welcome.css'

const stepCount = 3

export function WelcomeDialog({ onEnd }: { readonly onEnd: () => void }) {
  const store = useStore()
  const { t } = useI18n()
  const dialog = useRef<HTMLDialogElement>(null)
  const [step, setStep] = useState(1)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('input')?.focus()
  }, [])
  // The new step's title is read aloud, and Tab goes on from there.
  useEffect(() => {
    if (step > 1) dialog.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [step])
  const end = (): void => {
    store.run('changeSettings', { isWelcomed: true })
    onEnd()
  }
  const back = (): void => setStep(step - 1)
  const next = (): void => setStep(step + 1)
  return (
    <dialog ref={dialog} className="welcome" aria-label={t('welcome.title')} onClose={end}>
      <header className="welcome-head">
        <BellMark />
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.step', { step, count: stepCount })}</p>
      </header>
      {step === 1 && <SourceStep onNext={next} onSkip={end} />}
      {step === 2 && <ToastsStep onNext={next} onBack={back} onSkip={end} />}
      {step === 3 && <DoneStep onNext={end} onBack={back} />}
    </dialog>
  )
}
