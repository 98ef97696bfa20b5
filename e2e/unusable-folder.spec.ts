/** A data folder that cannot be used ends the start in one sentence, with what to do, and no stack trace. */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { Host } from './hosts/host.ts'
import { builtFiles } from './program/paths.ts'
import { watchProgram } from './program/running-program.ts'

type Ended = { readonly exitCode: number | string; readonly lines: readonly string[] }

/** By whichever way the host is started. */
async function startOn(dataDir: string, host: Host): Promise<Ended> {
  if (host.capabilities.has('second-start')) return host.startAgain({ dataDir })
  const args = ['--host', 'browser', '--no-open', '--port', '0', '--data-dir', dataDir]
  const program = watchProgram(spawn(process.execPath, [builtFiles.command, ...args]))
  return { exitCode: await program.ended, lines: program.lines }
}

test('a name that a file has already', async ({ host, dataDir }) => {
  const file = join(dataDir, 'file')
  await writeFile(file, '')
  const folder = join(file, 'below')
  const { exitCode, lines } = await startOn(folder, host)
  expect(exitCode).toBe(1)
  // How systems call it differs.
  const [said = '', ...more] = lines
  expect(said).toContain(`tocsin: The folder ${folder} cannot be used for settings and history: `)
  expect(said).toMatch(/\. Choose another with --data-dir\.$/)
  expect(more).toEqual([])
})

test('a history that cannot be opened', async ({ host, dataDir }) => {
  await mkdir(join(dataDir, 'history.sqlite'))
  expect(await startOn(dataDir, host)).toEqual({
    exitCode: 1,
    lines: [
      `tocsin: The history cannot be used because a file of the history in ${dataDir} cannot be opened. Check that the folder is still there, and that you may write to it. Or choose another folder with --data-dir.`,
    ],
  })
})
