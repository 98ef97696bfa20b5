/** Whether there is a screen to show a window on. */
import type { PlatformName } from './platform-name.ts'

export function hasDisplay(
  platform: PlatformName,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}
