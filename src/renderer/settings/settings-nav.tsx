/** The way to a heading of the settings, which are long. */
import type { RefObject } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'

type Heading = { readonly id: string; readonly title: string }
type Props = { readonly headings: readonly Heading[]; readonly body: RefObject<HTMLElement | null> }

export function SettingsNav({ headings, body }: Props) {
  const { t } = useI18n()
  const go = (id: string): void => {
    const scroller = body.current
    const section = scroller?.querySelector<HTMLElement>(`[data-heading="${id}"]`) ?? null
    if (scroller === null || section === null) return
    scroller.scrollTop += section.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    // Tab goes on from there.
    section.querySelector<HTMLElement>('.settings-heading')?.focus({ preventScroll: true })
  }
  return (
    <nav className="settings-nav" aria-label={t('settings.title')}>
      {headings.map(({ id, title }) => (
        <button key={id} type="button" className="settings-link" onClick={() => go(id)}>
          {title}
        </button>
      ))}
    </nav>
  )
}
