/** The last step: the few things that one would not guess. */
import { CheckCheck, Keyboard, type LucideIcon, PanelsTopLeft } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { WelcomeFooter } from './welcome-footer.tsx'

type Props = { readonly onNext: () => void; readonly onBack: () => void }

export function DoneStep({ onNext, onBack }: Props) {
  const { t } = useI18n()
  const isDesktop = useWindowState(({ engine }) => engine?.capabilities.host === 'desktop')
  return (
    <form
      className="welcome-step"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <h2 tabIndex={-1}>{t('welcome.done.title')}</h2>
      <ul className="welcome-hints">
        <Hint icon={CheckCheck} text={t('welcome.done.read')} />
        <Hint icon={Keyboard} text={t('welcome.done.keys')} />
        <Hint icon={PanelsTopLeft} text={t(isDesktop ? 'welcome.done.tray' : 'welcome.done.page')} />
      </ul>
      <WelcomeFooter word={t('welcome.done.start')} onBack={onBack} />
    </form>
  )
}

function Hint({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }) {
  return (
    <li>
      <Icon size={18} aria-hidden="true" />
      {text}
    </li>
  )
}
