/** What comes most and is seldom read, gathered notification by notification. Not: which ones are looked at. */
import { listTextLimits } from '../../contract/list-text-limits.ts'
import type { NoiseReport } from '../../contract/noise-report.ts'
import { titlePattern } from '../../contract/title-pattern.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'

type NoiseItem = NoiseReport['items'][number]
type Heard = {
  readonly rowId: number
  readonly type: NotificationType
  readonly title: string
  readonly isUnread: boolean
}

export type Noise = {
  /** The newest first. */
  add(heard: Heard): void
  /** The noisiest first. */
  items(): NoiseItem[]
}

const leastOften = 3
const itemLimit = 20

export function createNoise(): Noise {
  const groups = new Map<string, { -readonly [Key in keyof NoiseItem]: NoiseItem[Key] }>()
  return {
    add({ rowId, type, title, isUnread }) {
      const pattern = titlePattern(title)
      const key = `${type} ${pattern}`
      let group = groups.get(key)
      if (group === undefined) {
        group = {
          ...{ type, titlePattern: pattern, title: title.slice(0, listTextLimits.title) },
          ...{ newestRowId: rowId, count: 0, unreadCount: 0 },
        }
        groups.set(key, group)
      }
      group.count += 1
      if (isUnread) group.unreadCount += 1
    },
    items: () =>
      [...groups.values()]
        .filter(({ count }) => count >= leastOften)
        .toSorted(
          (a, b) => b.unreadCount - a.unreadCount || b.count - a.count || b.newestRowId - a.newestRowId,
        )
        .slice(0, itemLimit),
  }
}
