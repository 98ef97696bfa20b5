/** The access token of the source: it can be set and forgotten, and is never shown. */
import { type FormEvent, useId, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { useAsk } from '../store/use-ask.ts'
import { FieldProblem } from './field-problem.tsx'

export function AccessTokenField() {
  const id = useId()
  const { client } = useStore()
  const { t } = useI18n()
  const { problem, ask } = useAsk()
  const isEmbedded = useWindowState(({ engine }) => engine?.source.isEmbedded ?? true)
  const isKept = useWindowState(({ engine }) => engine?.source.hasAccessToken ?? false)
  const [token, setToken] = useState('')
  if (isEmbedded) return null

  const keep = async (wanted: string | null): Promise<void> => {
    if ((await ask(client.call('setAccessToken', { token: wanted }))) !== null) setToken('')
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (token.trim() !== '') void keep(token.trim())
  }
  return (
    <form className="setting" onSubmit={submit}>
      <label htmlFor={id} className="setting-label">
        {t('settings.token')}
      </label>
      <div className="token-line">
        <input
          id={id}
          type="password"
          className="text-field"
          autoComplete="new-password"
          spellCheck={false}
          maxLength={4_096}
          value={token}
          placeholder={t(isKept ? 'settings.token.kept' : 'settings.token.none')}
          aria-describedby={`${id}-help`}
          aria-invalid={problem !== null}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <button
          type="submit"
          className="button"
          aria-label={t('settings.token.set.name')}
          disabled={token.trim() === ''}
        >
          {t('settings.token.set')}
        </button>
        {isKept && (
          <button
            type="button"
            className="button"
            aria-label={t('settings.token.forget.name')}
            onClick={() => void keep(null)}
          >
            {t('settings.token.forget')}
          </button>
        )}
      </div>
      <FieldProblem problem={problem} />
      <p className="setting-help" id={`${id}-help`}>
        {t(isKept ? 'settings.token.help.kept' : 'settings.token.help')}
      </p>
    </form>
  )
}
