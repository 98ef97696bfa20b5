/** The palette: every command by its name, found as it is typed. A combobox with its list, after the ARIA pattern. */
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { Keys } from '../keyboard/keys.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { Modal } from './modal.tsx'
import { matchItems, type PaletteItem, paletteItems } from './palette-items.ts'
import type { CommandPlace } from './window-command.ts'
import './palette.css'

type Props = { readonly place: CommandPlace; readonly onClose: () => void }

export function CommandPalette({ place, onClose }: Props) {
  const store = useStore()
  const i18n = useI18n()
  const { t } = i18n
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const savedSearches = useWindowState(({ engine }) => engine?.settings.savedSearches)
  // What can be done is judged once: it is not to change between reading a name and choosing it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: saved searches may come with the first snapshot.
  const items = useMemo(
    () => paletteItems(i18n, store.cell.read(), place),
    [i18n, store, place, savedSearches],
  )
  const shown = useMemo(() => matchItems(items, text), [items, text])
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined) return
    // First: closing gives the focus back to where it was, and the command may want it elsewhere.
    dialog.current?.close()
    item.run(store, place)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const to = stepTo(event, chosen, shown.length)
    if (event.key === 'Enter') run(shown[chosen])
    else if (to !== null) setChosen(to)
    else return
    event.preventDefault()
  }
  return (
    <Modal dialog={dialog} className="palette" label={t('commands.palette')} onClose={onClose}>
      <div className="palette-field">
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-label={t('commands.palette.placeholder')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length === 0 ? undefined : `${id}-${chosen}`}
          placeholder={t('commands.palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} className="palette-list" role="listbox" aria-label={t('commands.palette')}>
        {shown.map((item, index) => (
          <Item
            key={item.id}
            id={`${id}-${index}`}
            item={item}
            // The best matches stand together, whatever their groups: then no headings.
            heading={text.trim() === '' && shown[index - 1]?.group !== item.group}
            isChosen={index === chosen}
            onChoose={() => run(item)}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="palette-none">{t('commands.palette.none')}</p>}
      <p className="visually-hidden" aria-live="polite">
        {text.trim() !== '' && t('commands.palette.count', { count: shown.length })}
      </p>
    </Modal>
  )
}

/** @returns null when the key is none that moves */
function stepTo({ key }: KeyboardEvent, from: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (from + 1) % count
  if (key === 'ArrowUp') return (from + count - 1) % count
  return null
}

type ItemProps = {
  readonly id: string
  readonly item: PaletteItem
  readonly heading: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Item({ id, item, heading, isChosen, onChoose }: ItemProps) {
  const { t } = useI18n()
  return (
    <>
      {heading && (
        <p className="palette-heading" role="presentation">
          {t(`commands.group.${item.group}`)}
        </p>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (aria-activedescendant). */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above, the keys are the field's. */}
      <div id={id} className="palette-item" role="option" aria-selected={isChosen} onClick={onChoose}>
        <bdi>{item.word}</bdi>
        {item.chord !== null && <Keys chord={item.chord} />}
      </div>
    </>
  )
}
