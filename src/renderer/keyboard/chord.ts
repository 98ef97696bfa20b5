/** Keys that mean a command, and whether a key pressed is one of them. Pure; listening is `use-shortcuts.ts`. */

export type Chord = {
  /**
   * As `j`, `Shift+j`, `ArrowDown`, `Mod+k`, or `g l` for one after the other. `Mod` is Command on macOS, else Control.
   * Shift is only named beside letters and keys with names: elsewhere it belongs to the character.
   */
  readonly keys: string
  /**
   * `list`: with the focus in the list, or on nothing. `anywhere`: also where keys are typed. By default wherever nothing
   * takes keys itself.
   */
  readonly where?: 'list' | 'anywhere'
}

export type KeyPress = {
  readonly key: string
  /** The key's place on the keyboard, whatever is written on it. */
  readonly code: string
  readonly hasControl: boolean
  readonly hasMeta: boolean
  readonly hasAlt: boolean
  readonly hasShift: boolean
  /** Control and Alt then only make the character. */
  readonly hasAltGraph: boolean
}

/** Where the focus is: in the list or on nothing, on a button of a row, in what takes keys itself, on a button, or elsewhere. */
export type Focus = 'list' | 'row-button' | 'field' | 'button' | 'elsewhere'

/** @returns the key as chords name it; null when it is the system's */
export function keyName(press: KeyPress, isApple: boolean): string | null {
  const key = plainKey(press)
  const isCharacter = [...key].length === 1
  const makesCharacter = press.hasAltGraph || (press.hasAlt && isCharacter && !/[\p{L}\p{N}]/u.test(key))
  const [mod, other] = isApple ? [press.hasMeta, press.hasControl] : [press.hasControl, press.hasMeta]
  if (!makesCharacter && (press.hasAlt || other)) return null
  const hasMod = mod && !makesCharacter
  const namesShift = press.hasShift && (!isCharacter || /[a-z]/.test(key))
  return `${hasMod ? 'Mod+' : ''}${namesShift ? 'Shift+' : ''}${key}`
}

/** A letter is lower case, and on keyboards without Latin letters the one that stands at its place elsewhere. */
function plainKey({ key, code }: KeyPress): string {
  if (!/^\p{L}$/u.test(key)) return key
  const lower = key.toLowerCase()
  if (/^[a-z]$/.test(lower)) return lower
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
}

const firstOf = (keys: string): string | null => (keys.includes(' ') ? (keys.split(' ')[0] ?? null) : null)

/**
 * What a key means, after one that may have begun a chord.
 * @param pressed one key, or two with a space between
 * @returns `begins`: the first of two
 */
export function matchChord({ keys, where }: Chord, pressed: string, focus: Focus): 'is' | 'begins' | null {
  if (!isInPlace(where, focus, pressed)) return null
  if (keys === pressed) return 'is'
  return firstOf(keys) === pressed ? 'begins' : null
}

function isInPlace(where: Chord['where'], focus: Focus, pressed: string): boolean {
  switch (focus) {
    case 'field':
      return where === 'anywhere'
    case 'list':
      return true
    case 'row-button':
      return pressed !== 'Enter'
    case 'button':
      return where !== 'list' && pressed !== 'Enter'
    case 'elsewhere':
      return where !== 'list'
  }
}
