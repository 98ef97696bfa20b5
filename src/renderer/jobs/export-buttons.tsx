/** Exports, in one format or the other. */
import type { CommandInput } from '../../contract/commands.ts'

export type ExportFormat = CommandInput<'exportNotifications'>['format']

type Props = {
  /** What is exported, as in "Export these". */
  readonly what: 'these' | 'all'
  readonly onExport: (format: ExportFormat) => void
}

const formats: readonly { readonly format: ExportFormat; readonly word: string }[] = [
  { format: 'jsonl', word: 'JSON Lines' },
  { format: 'csv', word: 'CSV' },
]

export function ExportButtons({ what, onExport }: Props) {
  return formats.map(({ format, word }) => (
    <button
      key={format}
      type="button"
      className={what === 'these' ? 'link-button' : 'button'}
      onClick={() => onExport(format)}
    >
      Export {what} as {word}
    </button>
  ))
}
