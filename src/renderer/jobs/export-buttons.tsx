/** Exports, in one format or the other. */
import type { CommandInput } from '../../contract/commands.ts'
import { useI18n } from '../i18n/i18n-context.tsx'

export type ExportFormat = CommandInput<'exportNotifications'>['format']

type Props = {
  /** What is exported, as in "Export these". */
  readonly what: 'these' | 'all'
  readonly onExport: (format: ExportFormat) => void
}

const formats: readonly ExportFormat[] = ['jsonl', 'csv']

export function ExportButtons({ what, onExport }: Props) {
  const { t } = useI18n()
  return formats.map((format) => (
    <button
      key={format}
      type="button"
      className={what === 'these' ? 'link-button' : 'button'}
      onClick={() => onExport(format)}
    >
      {t(`jobs.export.${what}.${format}`)}
    </button>
  ))
}
