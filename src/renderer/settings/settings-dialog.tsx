/** The settings, made from the contract's table: a setting added there appears here. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { settingNames } from '../../contract/settings-table.ts'
import type { Capabilities } from '../../contract/snapshot.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { groupSettings, offeredSettings, type SettingGroup } from './setting-groups.ts'
import { searchSettings } from './setting-search.ts'
import { SettingsBackup } from './settings-backup.tsx'
import { SettingsGroup } from './settings-group.tsx'
import { SettingsNav } from './settings-nav.tsx'
import { SettingsSearch } from './settings-search.tsx'
import { SettingsSection } from './settings-section.tsx'
import './settings.css'

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const i18n = useI18n()
  const { t } = i18n
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const capabilities = useWindowState(({ engine }) => engine?.capabilities ?? null)
  useEffect(() => dialog.current?.showModal(), [])
  const all = capabilities === null ? [] : groupsOf(capabilities)
  const groups = searchSettings(i18n, all, text)
  const isSearching = text.trim() !== ''
  const headings = groups.map(({ heading }) => ({ id: heading, title: t(`settings.group.${heading}`) }))
  const backup = { id: 'backup', title: t('settings.group.backup') }
  const count = groups.reduce((sum, { names }) => sum + names.length, 0)
  return (
    <dialog
      ref={dialog}
      className="settings"
      aria-label={t('settings.title')}
      closedby="any"
      onClose={onClose}
    >
      <div className="settings-bar">
        <h2>{t('settings.title')}</h2>
        <SettingsSearch
          text={text}
          onChange={setText}
          found={isSearching ? t('settings.search.found', { count }) : ''}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={t('settings.close')}
          title={t('settings.close.title')}
          onClick={() => dialog.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {!isSearching && <SettingsNav headings={[...headings, backup]} body={body} />}
      <div ref={body} className="settings-body">
        {groups.map((group) => (
          <SettingsGroup
            key={group.heading}
            group={group}
            canQuit={capabilities?.canQuit === true}
            isSearching={isSearching}
          />
        ))}
        {isSearching && count === 0 && (
          <p className="settings-none">{t('settings.search.none', { text: text.trim() })}</p>
        )}
        {!isSearching && (
          <SettingsSection {...backup}>
            <SettingsBackup />
          </SettingsSection>
        )}
        {capabilities !== null && (
          <p className="settings-version">{t('settings.version', { version: capabilities.version })}</p>
        )}
      </div>
    </dialog>
  )
}

/** Those that have something in them. */
const groupsOf = (capabilities: Capabilities): readonly SettingGroup[] =>
  groupSettings(offeredSettings(settingNames, capabilities)).filter(
    ({ heading, names }) => names.length > 0 || (heading === 'system' && capabilities.canQuit),
  )
