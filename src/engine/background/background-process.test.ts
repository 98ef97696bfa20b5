/** What the thread means for the process that has it. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'

it('a thread that has nothing to do keeps no process alive', async () => {
  const folder = temporaryFolder()
  const program = join(folder, 'program.mjs')
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  writeFileSync(
    program,
    `import { createBackground } from ${here('background.ts')}
     const clock = {
       now: Date.now,
       monotonicNow: () => performance.now(),
       setTimer: (delayMs, callback) => {
         const timer = setTimeout(callback, delayMs).unref()
         return { [Symbol.dispose]: () => clearTimeout(timer) }
       },
     }
     const background = createBackground({
       clock, workerFile: new URL(${here('scripted-worker.ts')}),
       historyPath: ${JSON.stringify(join(folder, 'history.sqlite'))}, indexPath: '',
       onFault: console.log, onDropped() {}, onIndexProgress() {},
     })
     const busy = setInterval(() => {}, 1_000)
     const answer = await background.search('a', { direction: 'newest', from: null, limit: 1, slot: null })
     clearInterval(busy)
     console.log(answer.kind)`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 15_000 })
  expect(stdout).toBe('found\n')
})
