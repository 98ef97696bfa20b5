/** How Tocsin's toasts look on Linux: its name, its desktop file, its pictures. */
import { join } from 'node:path'
import { desktopId } from '../desktop-id.ts'
import { outsideArchive } from '../outside-archive.ts'
import type { ToastLook } from './notify-arguments.ts'

/** @param resources Tocsin's `resources` folder */
export function ourToastLook(resources: string): ToastLook {
  return {
    appName: 'Tocsin',
    desktopEntry: desktopId,
    iconPath: (type) => outsideArchive(join(resources, 'types', `${type}.png`)),
  }
}
