/** A dialog over the whole window, after the platform's own: Escape and a press beside it close it, and the focus goes back. */
import { type ReactNode, type RefObject, useEffect } from 'react'
import './modal.css'

type Props = {
  /** To close it from within. */
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly className: string
  readonly label: string
  /** It has closed. */
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Modal({ dialog, className, label, onClose, children }: Props) {
  useEffect(() => dialog.current?.showModal(), [dialog])
  return (
    <dialog ref={dialog} className={`modal ${className}`} aria-label={label} closedby="any" onClose={onClose}>
      {children}
    </dialog>
  )
}
