/** A button with a menu, after the ARIA pattern. The menu lies above everything, whatever its button scrolls in. */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { placeMenu } from './menu-place.ts'
import { menuStep } from './menu-step.ts'
import './menu.css'

export type MenuItem = { readonly key: string; readonly word: string; readonly onChoose: () => void }

type Props = {
  readonly className: string
  /** Its accessible name, and the menu's. */
  readonly name: string
  readonly title?: string
  /** What is on, where something can be. */
  readonly isOn?: boolean
  readonly items: readonly MenuItem[]
  /** Stands above the items, and describes the button. */
  readonly note?: string | null
  readonly disabled?: boolean
  readonly keyShortcut?: string | undefined
  /** Opens the menu by itself as soon as it turns true; told once that is done. */
  readonly isWanted?: boolean
  readonly onWantedOpened?: () => void
  readonly children: ReactNode
}

export function MenuButton(props: Props) {
  const { items, name, note = null, isWanted = false, onWantedOpened } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const noteId = `${id}-note`

  useEffect(() => {
    if (!isWanted) return
    open(menu.current)
    onWantedOpened?.()
  }, [isWanted, onWantedOpened])
  usePlacing(button, menu, isOpen)

  const openByArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(menu.current)
  }
  const choose = ({ onChoose }: MenuItem): void => {
    close(menu.current, button.current)
    onChoose()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-label={name}
        title={props.title}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-describedby={note === null ? undefined : noteId}
        aria-keyshortcuts={props.keyShortcut}
        data-on={props.isOn}
        disabled={props.disabled}
        popoverTarget={id}
        onKeyDown={openByArrow}
      >
        {props.children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="menu"
        onToggle={(event) => {
          setOpen(event.newState === 'open')
          if (event.newState === 'open' && !event.currentTarget.matches(':focus-within'))
            focusFirst(event.currentTarget)
        }}
      >
        {note !== null && (
          <p className="menu-note" id={noteId}>
            {note}
          </p>
        )}
        <div
          role="menu"
          aria-label={name}
          tabIndex={-1}
          onKeyDown={(event) => moveInMenu(event, menu.current, button.current)}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              className="menu-item"
              tabIndex={-1}
              onClick={() => choose(item)}
            >
              {item.word}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}

/** Puts an open menu beside its button, and closes it when the button moves away from under it. */
function usePlacing(
  button: RefObject<HTMLElement | null>,
  menu: RefObject<HTMLElement | null>,
  isOpen: boolean,
): void {
  useEffect(() => {
    const [from, shown] = [button.current, menu.current]
    if (!isOpen || from === null || shown === null) return
    const { offsetWidth: width, offsetHeight: height } = shown
    const page = { width: window.innerWidth, height: window.innerHeight }
    const { top, left } = placeMenu(from.getBoundingClientRect(), { width, height }, page)
    shown.style.top = `${top}px`
    shown.style.left = `${left}px`
    shown.dataset['placed'] = 'true'
    const ending = new AbortController()
    const { signal } = ending
    const leave = (event: Event): void => {
      if (event.target instanceof Node && (event.target === document || event.target.contains(from)))
        shown.hidePopover()
    }
    document.addEventListener('scroll', leave, { capture: true, passive: true, signal })
    window.addEventListener('resize', () => shown.hidePopover(), { signal })
    return () => {
      ending.abort()
      delete shown.dataset['placed']
    }
  }, [button, menu, isOpen])
}

const itemsOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role="menuitem"]'),
]

function focusFirst(menu: HTMLElement | null): void {
  if (menu !== null) itemsOf(menu)[0]?.focus()
}

function open(menu: HTMLElement | null): void {
  if (menu?.matches(':popover-open') === false) menu.showPopover()
  // At once, and not when the browser tells of it: the next key is the menu's already.
  focusFirst(menu)
}

function close(menu: HTMLElement | null, button: HTMLElement | null): void {
  menu?.hidePopover()
  button?.focus()
}

function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null, button: HTMLElement | null): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'Escape' || event.key === 'Tab') {
    // Tab goes on from the button, as out of any closed menu.
    if (event.key === 'Escape') event.preventDefault()
    close(menu, button)
    return
  }
  const items = menu === null ? [] : itemsOf(menu)
  const from = items.findIndex((item) => item.matches(':focus'))
  const words = items.map((item) => item.textContent)
  const to = menuStep(event.key, from, words)
  if (to === null) return
  event.preventDefault()
  items[to]?.focus()
}
