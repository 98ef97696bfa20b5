/** Text in which some parts are marked. */
import type { ReactNode } from 'react'
import type { TextPart } from './marked-text.ts'

export function Marked({ parts }: { readonly parts: readonly TextPart[] }) {
  const shown: ReactNode[] = []
  let at = 0
  for (const { text, isMarked } of parts) {
    shown.push(isMarked ? <mark key={at}>{text}</mark> : text)
    at += text.length
  }
  return shown
}
