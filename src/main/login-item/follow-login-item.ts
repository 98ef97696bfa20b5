/** Keeps the setting `launchAtLogin` and the system's own list of what starts at login in step. */
import { type LoginItem, reconcile } from './login-item.ts'

export type LoginItemDeps = {
  readonly item: LoginItem
  readonly isWanted: boolean
  /** Changes the setting. */
  change(isWanted: boolean): void
  /** A sentence for the activity log. */
  note(text: string): void
}

export type FollowedLoginItem = {
  /** With the setting, whenever it may have changed. */
  follow(isWanted: boolean): void
}

export const switchedOffText =
  'Tocsin no longer starts when you log in: that was switched off in this computer’s own settings.'
export const switchedOnText =
  'Tocsin starts when you log in: that was switched on in this computer’s own settings.'

export function followLoginItem({ item, isWanted, change, note }: LoginItemDeps): FollowedLoginItem {
  let known = isWanted
  /** A change of the setting takes a turn: until then it is still seen as it was, and that is no new wish. */
  let seen = isWanted

  function set(isOn: boolean): void {
    known = isOn
    try {
      item.set(isOn)
    } catch (error) {
      note(error instanceof Error ? error.message : String(error))
      const truth = item.state() === 'on'
      if (truth !== isOn) correct(truth)
    }
  }

  function correct(isOn: boolean): void {
    known = isOn
    change(isOn)
  }

  switch (reconcile(item.state(), isWanted)) {
    case 'write-again':
      set(true)
      break
    case 'setting-off':
      correct(false)
      note(switchedOffText)
      break
    case 'setting-on':
      correct(true)
      note(switchedOnText)
      break
    case 'nothing':
      break
  }

  return {
    follow(wanted) {
      if (wanted === seen) return
      seen = wanted
      if (wanted !== known) set(wanted)
    },
  }
}
