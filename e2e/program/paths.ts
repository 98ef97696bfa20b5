/** Where the built program is. */
import { join } from 'node:path'

export const packageRoot = join(import.meta.dirname, '..', '..')

export const builtFiles = {
  /** The desktop app's main module. */
  main: join(packageRoot, 'out', 'main', 'index.js'),
  /** The `tocsin` command. */
  command: join(packageRoot, 'out', 'main', 'tocsin.js'),
  /** The `tocsin-server` command. */
  server: join(packageRoot, 'out', 'main', 'tocsin-server.js'),
} as const
