/** Keys that open the window from any program, as the setting `globalShortcut` has them. */
import type { GlobalShortcut } from 'electron'
import { type Wording, worded } from '../i18n/wording.ts'

export type ShortcutDeps = {
  readonly globalShortcut: Pick<GlobalShortcut, 'isRegistered' | 'register' | 'unregister'>
  onPressed(): void
  /** Told when the keys cannot be used. The setting stays as it is. */
  report(problem: Wording): void
}

export type Shortcut = Disposable & {
  /** Once Electron is ready. @param accelerator in Electron's own words, such as `Ctrl+Alt+N`; empty for none */
  follow(accelerator: string): void
}

export function createShortcut({ globalShortcut, onPressed, report }: ShortcutDeps): Shortcut {
  let wanted = ''
  let registered: string | null = null

  function letGo(): void {
    if (registered !== null) globalShortcut.unregister(registered)
    registered = null
  }

  /** @returns why the keys cannot be used, or null */
  function take(accelerator: string): Wording | null {
    const problem = checkShortcut(accelerator)
    if (problem !== null) return problem
    // On Wayland keys stay with the portal until Tocsin ends, whatever is unregistered (Electron's
    // electron_api_global_shortcut.cc): only those of now open the window.
    const pressed = (): void => {
      if (wanted === accelerator) onPressed()
    }
    try {
      const isThere = globalShortcut.isRegistered(accelerator)
      if (!isThere && !globalShortcut.register(accelerator, pressed)) return taken(accelerator)
    } catch {
      return notKeys(accelerator)
    }
    registered = accelerator
    return null
  }

  return {
    follow(accelerator) {
      if (accelerator === wanted) return
      letGo()
      wanted = accelerator
      const problem = accelerator === '' ? null : take(accelerator)
      if (problem !== null) report(problem)
    },
    [Symbol.dispose]: letGo,
  }
}

const modifiers = /^(command|cmd|control|ctrl|commandorcontrol|cmdorctrl|alt|option|altgr|super|meta)$/i
const ownKeys = /^(f\d{1,2}|media\w+|volume\w+|printscreen)$/i

/** Electron would take a letter by itself, and with it that letter from every program. @returns what to say, or null */
export function checkShortcut(accelerator: string): Wording | null {
  const keys = accelerator.split('+').map((key) => key.trim())
  const key = keys.at(-1) ?? ''
  if (keys.includes('') || modifiers.test(key) || /^shift$/i.test(key)) return notKeys(accelerator)
  if (ownKeys.test(key) || keys.slice(0, -1).some((each) => modifiers.test(each))) return null
  return worded('desktop.shortcut.alone', { keys: accelerator })
}

const taken = (keys: string): Wording => worded('desktop.shortcut.taken', { keys })

const notKeys = (keys: string): Wording => worded('desktop.shortcut.no-keys', { keys })
