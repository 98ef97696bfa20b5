/** The list of keys, made from the commands: what is not a command has no key. */
import { X } from 'lucide-react'
import { Fragment, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { Keys } from '../keyboard/keys.tsx'
import { allCommands } from './all-commands.ts'
import { Modal } from './modal.tsx'
import { commandGroups, type WindowCommand } from './window-command.ts'
import './key-list.css'

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <Modal dialog={dialog} className="key-list" label={t('commands.keys')} onClose={onClose}>
      <div className="key-list-bar">
        <h2>{t('commands.keys')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('keyboard.close')}
          onClick={() => dialog.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="key-list-body" tabIndex={0}>
        {commandGroups.map((group) => (
          <section key={group} aria-label={t(`commands.group.${group}`)}>
            <h3>{t(`commands.group.${group}`)}</h3>
            <dl>
              {allCommands
                .filter((command) => command.group === group && command.chords.length > 0)
                .map((command) => (
                  <Row key={command.id} command={command} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function Row({ command }: { readonly command: WindowCommand }) {
  const { t } = useI18n()
  return (
    <div>
      <dt>{t(command.text)}</dt>
      <dd>
        {command.chords.map((chord, index) => (
          <Fragment key={chord.keys}>
            {index > 0 && <span className="key-list-or">{t('keyboard.or')}</span>}
            <Keys chord={chord} />
          </Fragment>
        ))}
      </dd>
    </div>
  )
}
