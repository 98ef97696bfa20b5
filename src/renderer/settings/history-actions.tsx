/** What can be done with the whole history: export, import, clear. */
import { Trash2, Upload } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { ExportButtons } from '../jobs/export-buttons.tsx'
import { JobNotices } from '../jobs/job-notices.tsx'
import { useStore } from '../store/store-context.tsx'
import { useAsk } from '../store/use-ask.ts'
import { FieldProblem } from './field-problem.tsx'

export function HistoryActions() {
  const { client } = useStore()
  const { t } = useI18n()
  // Here and not above the panes: the dialog would lie over it.
  const { problem, ask } = useAsk()
  return (
    <div className="setting">
      <h3 className="setting-label">{t('settings.history')}</h3>
      <div className="setting-buttons">
        <ExportButtons
          what="all"
          onExport={(format) => void ask(client.call('exportNotifications', { query: '', format }))}
        />
        <button
          type="button"
          className="button"
          onClick={() => void ask(client.call('importNotifications', {}))}
        >
          <Upload size={15} aria-hidden="true" />
          {t('settings.history.import')}
        </button>
        <button type="button" className="button" onClick={() => void ask(client.call('clearHistory', {}))}>
          <Trash2 size={15} aria-hidden="true" />
          {t('settings.history.clear')}
        </button>
      </div>
      <FieldProblem problem={problem} />
      <p className="setting-help">{t('settings.history.help')}</p>
      <JobNotices isInline={true} />
    </div>
  )
}
