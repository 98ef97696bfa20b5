/** The toast of a digest: how many are new, of which type, and the newest error's title first. Pure. */
import type { Settings } from '../../contract/settings-table.ts'
import type { Toast } from '../../contract/toast.ts'
import { toastRowLimit } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'
import { type Tally, tallySize } from './tally.ts'
import { toastLevel } from './toast-policy.ts'
import { plainText, toastTextLimits } from './toast-text.ts'

/** The worst first: this is also the order in which they are counted out. */
const bySeverity = ['error', 'warning', 'success', 'info'] as const satisfies readonly NotificationType[]

/** What is counted, which is how a digest begins; `.more`: there were more than are counted. */
export type DigestLead = 'new' | 'late' | 'snoozed' | `${'quiet-hours' | 'do-not-disturb'}${'' | '.more'}`

const namedTitles = 3
const titleLimit = 70

export function digestToast(
  i18n: I18n,
  { toastId, source }: Pick<Toast, 'toastId' | 'source'>,
  lead: DigestLead,
  tally: Tally,
  settings: Settings,
): Toast {
  const size = tallySize(tally)
  const types = bySeverity.filter((type) => tally.counts[type] > 0)
  const title = i18n.t(`engine-toasts.digest.${lead}`, { count: size, types: counted(i18n, tally, types) })
  const titles = namedRows(tally).map(
    (row) => plainText(row.title, titleLimit) || i18n.t(`types.${row.type}`),
  )
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

/** `2 errors, 1 warning` */
function counted({ t }: I18n, { counts }: Tally, types: readonly NotificationType[]): string {
  const each = types.map((type) => t(`engine-toasts.digest.${type}`, { count: counts[type] }))
  return each.reduceRight((rest, first) => t('engine-toasts.digest.and', { first, rest }))
}

/** The newest of each kind of severity, the worst first. */
function namedRows({ rows }: Tally): Tally['rows'] {
  const firsts = bySeverity.flatMap((type) => rows.filter((row) => row.type === type).slice(0, namedTitles))
  return firsts.slice(0, namedTitles)
}
