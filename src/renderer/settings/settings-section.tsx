/** A heading of the settings, with what stands under it. */
import type { ReactNode } from 'react'

type Props = { readonly id: string; readonly title: string; readonly children: ReactNode }

export function SettingsSection({ id, title, children }: Props) {
  return (
    <section className="settings-group" aria-label={title} data-heading={id}>
      <h3 className="settings-heading" tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  )
}
