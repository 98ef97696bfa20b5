/** The access token of the source: it can be set and forgotten, and is never shown. */
import { type FormEvent, useId, useState } from 'react'
import { useStore, useWindowState } from '../store/store-context.tsx'

export function AccessTokenField() {
  const id = useId()
  const { client } = useStore()
  const isEmbedded = useWindowState(({ engine }) => engine?.source.isEmbedded ?? true)
  const isKept = useWindowState(({ engine }) => engine?.source.hasAccessToken ?? false)
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  if (isEmbedded) return null

  const keep = async (wanted: string | null): Promise<void> => {
    try {
      await client.call('setAccessToken', { token: wanted })
      setToken('')
      setProblem(null)
    } catch (fault) {
      setProblem(fault instanceof Error ? fault.message : String(fault))
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (token.trim() !== '') void keep(token.trim())
  }
  return (
    <form className="setting" onSubmit={submit}>
      <label htmlFor={id} className="setting-label">
        Access token
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
          placeholder={isKept ? 'One is kept' : 'None'}
          aria-describedby={`${id}-help`}
          aria-invalid={problem !== null}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <button type="submit" className="button" disabled={token.trim() === ''}>
          Set<span className="visually-hidden"> access token</span>
        </button>
        {isKept && (
          <button type="button" className="button" onClick={() => void keep(null)}>
            Forget<span className="visually-hidden"> access token</span>
          </button>
        )}
      </div>
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="setting-help" id={`${id}-help`}>
        {isKept ? 'A token is kept for this source. ' : ''}Sent to the source when Tocsin connects. It is
        never shown again.
      </p>
    </form>
  )
}
