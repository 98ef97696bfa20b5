/** Keys that open the window from any program, as the setting `globalShortcut` has them. */
import type { GlobalShortcut } from 'electron'

export type ShortcutDeps = {
  readonly globalShortcut: Pick<GlobalShortcut, 'isRegistered' | 'register' | 'unregister'>
  onPressed(): void
  /** Told, in a sentence, when the keys cannot be used. The setting stays as it is. */
  report(problem: string): void
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
  function take(accelerator: string): string | null {
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

/** Electron would take a letter by itself, and with it that letter from every program. @returns a sentence, or null */
export function checkShortcut(accelerator: string): string | null {
  const keys = accelerator.split('+').map((key) => key.trim())
  const key = keys.at(-1) ?? ''
  if (keys.includes('') || modifiers.test(key) || /^shift$/i.test(key)) return notKeys(accelerator)
  if (ownKeys.test(key) || keys.slice(0, -1).some((each) => modifiers.test(each))) return null
  return `The global shortcut "${accelerator}" is not used: no program could be given these keys any more. Add Ctrl, Alt or Super.`
}

const taken = (accelerator: string): string =>
  `The global shortcut ${accelerator} cannot be used: another program has it. Choose other keys in the settings.`

const notKeys = (accelerator: string): string =>
  `The global shortcut "${accelerator}" cannot be used: write keys like Ctrl+Alt+N.`
