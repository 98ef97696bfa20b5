/** A folder for one run of a benchmark: gone when the run ends, also when it fails. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tocsin-bench-${name}-`))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
