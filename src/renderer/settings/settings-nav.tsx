/** The way to a heading of the settings, which are long. */
import type { RefObject } from 'react'

type Props = { readonly headings: readonly string[]; readonly body: RefObject<HTMLElement | null> }

export function SettingsNav({ headings, body }: Props) {
  const go = (heading: string): void => {
    const scroller = body.current
    const section = [...(scroller?.children ?? [])].find(
      (child) => child.getAttribute('aria-label') === heading,
    )
    if (scroller === null || section === undefined) return
    scroller.scrollTop += section.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    // Tab goes on from there.
    section.querySelector<HTMLElement>('.settings-heading')?.focus({ preventScroll: true })
  }
  return (
    <nav className="settings-nav" aria-label="Settings">
      {headings.map((heading) => (
        <button key={heading} type="button" className="settings-link" onClick={() => go(heading)}>
          {heading}
        </button>
      ))}
    </nav>
  )
}
