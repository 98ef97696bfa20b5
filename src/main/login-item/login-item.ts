/** Whether the system starts Tocsin when the user logs in: one interface, and a file for each way of asking for it. */

/**
 * `elsewhere`: something starts at login under our name, which is not this very program: it was moved or updated.
 * `off`: nothing does, or the user has switched it off in the system's own settings.
 */
export type LoginItemState = 'on' | 'off' | 'elsewhere'

export type LoginItem = {
  state(): LoginItemState
  /** @throws Error, mostly a WordedError */
  set(isOn: boolean): void
}

/** What is to be started. */
export type LoginProgram = {
  /** Absolute. */
  readonly path: string
  readonly args: readonly string[]
}

/** What is found at the start against what the setting says: the system's own settings are the user's latest word. */
export function reconcile(
  state: LoginItemState,
  isWanted: boolean,
): 'nothing' | 'write-again' | 'setting-off' | 'setting-on' {
  switch (state) {
    case 'on':
      return isWanted ? 'nothing' : 'setting-on'
    case 'off':
      return isWanted ? 'setting-off' : 'nothing'
    case 'elsewhere':
      // Not wanted by these settings: another copy of Tocsin, with others, may want it.
      return isWanted ? 'write-again' : 'nothing'
  }
}
