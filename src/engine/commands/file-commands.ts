/** The commands that write a file or read one; the host lets the user choose it. */

import type { CommandHandlers } from '../../contract/commands.ts'
import { Refusal } from '../../contract/refusal.ts'
import { describeFault } from '../describe-fault.ts'
import { parseQuery } from '../search/parse-query.ts'
import type { CommandDeps } from './command-handlers.ts'

type FileCommands = Pick<CommandHandlers, 'exportNotifications' | 'importNotifications'>

export function createFileCommands({
  clock,
  background,
  jobs,
  chooseFile,
  importFile,
}: CommandDeps): FileCommands {
  return {
    async exportNotifications({ query: text, format }) {
      const parsed = parseQuery(text)
      if (!parsed.ok) throw new Refusal('bad-input', parsed.problem.message)
      const file = await chooseFile.forExport(suggestName(clock.now(), format))
      if (file === null) return null
      const job = jobs.start({ kind: 'export', total: null, file, onCancel: () => running.cancel() })
      const running = background.exportFound({ query: parsed.query, format, file }, ({ done, total }) =>
        job.progress(done, total ?? undefined),
      )
      void running.answer.then(
        (answer) => (answer === null ? job.end('cancelled') : job.end('done', { done: answer.rowCount })),
        (fault: unknown) => job.end('failed', { problem: describeFault(fault) }),
      )
      return { jobId: job.view.jobId }
    },
    async importNotifications() {
      const file = await chooseFile.forImport()
      return file === null ? null : { jobId: importFile(file) }
    },
  }
}

/** In local time, as people name days. */
function suggestName(now: number, format: string): string {
  const day = new Date(now)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `tocsin-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.${format}`
}
