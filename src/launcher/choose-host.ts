/** Which host can run here: decided before anything is started. Pure. */
import type { HostName } from '../contract/settings-table.ts'
import type { PlatformName } from '../host/platform-name.ts'

export type Machine = {
  readonly platform: PlatformName
  readonly hasDisplay: boolean
  /** Root, on a Unix. */
  readonly isRoot: boolean
}

export type HostChoice =
  | { readonly host: 'desktop' }
  /** `why` is null where the browser host was asked for; otherwise a sentence, with what to do about it. */
  | { readonly host: 'browser'; readonly why: string | null }

export function chooseHost(wished: HostName | null, machine: Machine): HostChoice {
  if (wished === 'browser') return { host: 'browser', why: null }
  if (!machine.hasDisplay) {
    return {
      host: 'browser',
      why: 'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set). Start it from a desktop session for the desktop app.',
    }
  }
  if (machine.isRoot && machine.platform === 'linux') {
    return {
      host: 'browser',
      why: 'Electron refuses to run as root. Start it as an ordinary user for the desktop app.',
    }
  }
  return { host: 'desktop' }
}
