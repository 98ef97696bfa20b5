/** Keeps the setting `launchAtLogin` and the system's own list of what starts at login in step. */
import { describeFault } from '../../engine/describe-fault.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { type LoginItem, reconcile } from './login-item.ts'

export type LoginItemDeps = {
  readonly item: LoginItem
  readonly isWanted: boolean
  /** Changes the setting. */
  change(isWanted: boolean): void
  /** A line for the activity log. */
  note(problem: Wording): void
}

export type FollowedLoginItem = {
  /** With the setting, whenever it may have changed. */
  follow(isWanted: boolean): void
}

export const switchedOffText = worded('desktop.login.switched-off')
export const switchedOnText = worded('desktop.login.switched-on')

export function followLoginItem({ item, isWanted, change, note }: LoginItemDeps): FollowedLoginItem {
  let known = isWanted
  /** A change of the setting takes a turn: until then it is still seen as it was, and that is no new wish. */
  let seen = isWanted

  function set(isOn: boolean): void {
    known = isOn
    try {
      item.set(isOn)
    } catch (error) {
      note(describeFault(error))
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
