/** What can be done with the whole history: export, import, clear. */
import { Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import type { CommandInput, CommandName } from '../../contract/commands.ts'
import { ExportButtons } from '../jobs/export-buttons.tsx'
import { JobNotices } from '../jobs/job-notices.tsx'
import { useStore } from '../store/store-context.tsx'

export function HistoryActions() {
  const { client } = useStore()
  const [problem, setProblem] = useState<string | null>(null)
  // Here and not above the panes: the dialog would lie over it.
  const run = <Name extends CommandName>(name: Name, input: CommandInput<Name>): void => {
    client.call(name, input).then(
      () => setProblem(null),
      (fault: unknown) => setProblem(fault instanceof Error ? fault.message : String(fault)),
    )
  }
  return (
    <div className="setting">
      <h3 className="setting-label">Export and import</h3>
      <div className="history-actions">
        <ExportButtons what="all" onExport={(format) => run('exportNotifications', { query: '', format })} />
        <button type="button" className="button" onClick={() => run('importNotifications', {})}>
          <Upload size={15} aria-hidden="true" />
          Import…
        </button>
        <button type="button" className="button" onClick={() => run('clearHistory', {})}>
          <Trash2 size={15} aria-hidden="true" />
          Clear history
        </button>
      </div>
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="setting-help">
        Import takes what was exported as JSON Lines. Clearing deletes everything that is not pinned, and can
        be undone for a few seconds.
      </p>
      <JobNotices isInline={true} />
    </div>
  )
}
