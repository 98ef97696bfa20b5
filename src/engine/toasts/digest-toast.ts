/** The toast of a digest: how many are new, of which type, and the newest error's title first. Pure. */
import type { Settings } from '../../contract/settings-table.ts'
import type { Toast } from '../../contract/toast.ts'
import { toastRowLimit } from '../../contract/toast.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'
import { type Tally, tallySize } from './tally.ts'
import { toastLevel } from './toast-policy.ts'
import { plainText, toastTextLimits } from './toast-text.ts'

/** The worst first: this is also the order in which they are counted out. */
const bySeverity = ['error', 'warning', 'success', 'info'] as const satisfies readonly NotificationType[]

const nouns = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  success: ['success', 'successes'],
  info: ['info', 'info'],
} as const

const namedTitles = 3
const titleLimit = 70

/** @param lead what the counts are of: `new`, `new during quiet hours` */
export function digestToast(
  { toastId, source }: Pick<Toast, 'toastId' | 'source'>,
  lead: string,
  tally: Tally,
  settings: Settings,
): Toast {
  const size = tallySize(tally)
  const types = bySeverity.filter((type) => tally.counts[type] > 0)
  const title = `${size} ${lead}: ${types.map((type) => counted(tally.counts[type], type)).join(', ')}`
  const titles = namedRows(tally).map((row) => plainText(row.title, titleLimit) || row.type)
  const isWhole = tally.rows.length === size && size <= toastRowLimit
  return {
    ...{ toastId, source },
    rowIds: tally.rows.map(({ rowId }) => rowId),
    type: types[0] ?? 'info',
    title: plainText(title, toastTextLimits.title),
    body: plainText(titles.join(' · '), toastTextLimits.body),
    isSilent: types.every((type) => toastLevel(type, settings) !== 'sound'),
    // What it does not know by its ids it could not mark.
    actions: isWhole ? ['open', 'mark-as-read'] : ['open'],
  }
}

function counted(count: number, type: NotificationType): string {
  const [one, many] = nouns[type]
  return `${count} ${count === 1 ? one : many}`
}

/** The newest of each kind of severity, the worst first. */
function namedRows({ rows }: Tally): Tally['rows'] {
  const firsts = bySeverity.flatMap((type) => rows.filter((row) => row.type === type).slice(0, namedTitles))
  return firsts.slice(0, namedTitles)
}
