/** Puts text on the clipboard, also where the Clipboard API is not allowed. */

/** @returns whether it worked */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** The old way: it needs no permission, which a desktop window may not have. */
function copyBySelection(text: string): boolean {
  const holder = document.createElement('textarea')
  holder.value = text
  holder.setAttribute('aria-hidden', 'true')
  holder.className = 'visually-hidden'
  document.body.append(holder)
  const before = document.activeElement
  holder.select()
  const isCopied = document.execCommand('copy')
  holder.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return isCopied
}
