/** What the desktop host can do, for the window. */
import type { Capabilities } from '../contract/snapshot.ts'

export type DesktopFacts = Pick<Capabilities, 'platform' | 'version'> & {
  /** Null while it is not known. */
  hasTray(): boolean | null
}

/** Each snapshot asks anew: a tray's host comes and goes with the desktop's extensions. */
export const desktopCapabilities = ({ platform, version, hasTray }: DesktopFacts): Capabilities => ({
  ...{ host: 'desktop', platform, version, canQuit: true, toasts: 'native' },
  get hasTray() {
    return hasTray() !== false
  },
})
