/** Connects and disconnects. One button: it is the same wish, one way or the other. */
import { Plug, Unplug } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'

export function ConnectionControls() {
  const store = useStore()
  const { t } = useI18n()
  const phase = useWindowState(({ engine }) => engine?.connection.phase ?? null)
  const isHostHere = useWindowState((state) => state.host.kind === 'here')
  const isOff = phase === 'disconnected'
  const Icon = isOff ? Plug : Unplug
  return (
    <button
      type="button"
      className={isOff ? 'button button-primary' : 'button'}
      disabled={!isHostHere || phase === null}
      onClick={() => store.run(isOff ? 'connect' : 'disconnect', {})}
    >
      <Icon size={15} aria-hidden="true" />
      {t(isOff ? 'connection.connect' : 'connection.disconnect')}
    </button>
  )
}
