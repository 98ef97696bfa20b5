/** The volume in figures, the newest first; minutes, hours and days in which nothing came are left out. */
import { notificationTypes } from '../../protocol/notification-type.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import type { VolumeView } from './read-statistics.ts'
import { useListBar } from './use-list-bar.ts'
import { barWhen, sumWords } from './volume-words.ts'

export function VolumeTable({ view }: { readonly view: VolumeView }) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const { range, bars, at } = view
  const listBar = useListBar()
  const present = bars.filter(({ total }) => total > 0).toReversed()
  return (
    <div className="volume-table">
      <table className="figure-table">
        <caption>{sumWords(i18n, range, bars)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statistics.volume.table.when')}</th>
            {notificationTypes.map((type) => (
              <th key={type} scope="col">
                <TypeIcon type={type} size={14} />
                <span className="visually-hidden">{t(`statistics.type.${type}`)}</span>
              </th>
            ))}
            <th scope="col">{t('statistics.total')}</th>
          </tr>
        </thead>
        <tbody>
          {present.map((bar) => {
            const when = barWhen(i18n, range, bar, at)
            return (
              <tr key={bar.from}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    title={t('statistics.volume.table.list', { when })}
                    onClick={() => listBar(bar, null)}
                  >
                    {when}
                  </button>
                </th>
                {notificationTypes.map((type) => (
                  <td key={type} data-none={bar.counts[type] === 0}>
                    {formats.number(bar.counts[type])}
                  </td>
                ))}
                <td>{formats.number(bar.total)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
