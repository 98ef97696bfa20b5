/** Where the command keeps what is published, when it is not told where. */
import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * A folder for each port, so that two servers on one machine need no flag to keep out of each other's way.
 * @returns null for port 0: nobody could find again what was kept for a port that the system chose
 */
export function defaultDataFolder(
  port: number,
  environment: Environment = process.env,
  home: string = homedir(),
): string | null {
  if (port === 0) return null
  const base = environment['XDG_DATA_HOME'] || environment['APPDATA'] || join(home, '.local', 'share')
  return join(base, 'tocsin-server', String(port))
}
