/** Which command a key means now. Pure. */
import type { CommandPlace, WindowCommand } from '../commands/window-command.ts'
import type { WindowState } from '../store/window-state.ts'
import { type Focus, matchChord } from './chord.ts'

export type Found =
  | { readonly kind: 'command'; readonly command: WindowCommand }
  /** The next key tells. */
  | { readonly kind: 'begun' }

type Situation = { readonly state: WindowState; readonly place: CommandPlace; readonly focus: Focus }

/** @param pressed one key, or two with a space between. @returns null when the key is not ours to take */
export function findCommand(
  commands: readonly WindowCommand[],
  pressed: string,
  { state, place, focus }: Situation,
): Found | null {
  let isBegun = false
  for (const command of commands) {
    const matches = command.chords.map((chord) => matchChord(chord, pressed, focus))
    if (matches.every((match) => match === null) || !command.isAvailable(state, place)) continue
    if (matches.includes('is')) return { kind: 'command', command }
    isBegun = true
  }
  return isBegun ? { kind: 'begun' } : null
}
