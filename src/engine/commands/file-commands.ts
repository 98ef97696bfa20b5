/** The commands that write a file or read one; the host lets the user choose it. */

import type { CommandHandlers } from '../../contract/commands.ts'
import { describeFault } from '../describe-fault.ts'
import { localDay } from '../export/local-day.ts'
import { parseQuery } from '../search/parse-query.ts'
import { WordedRefusal } from '../worded-error.ts'
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
      if (!parsed.ok) throw new WordedRefusal('bad-input', parsed.problem.message)
      const file = await chooseFile.forExport(`tocsin-${localDay(clock.now())}.${format}`, 'notifications')
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
      const file = await chooseFile.forImport('notifications')
      return file === null ? null : { jobId: importFile(file) }
    },
  }
}
