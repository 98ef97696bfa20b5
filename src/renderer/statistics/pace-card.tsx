/** How quickly things go: arrivals, reading, acknowledgements, delivery. What was not measured yet says so. */
import type { DurationFigures, Statistics } from '../../contract/statistics.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { spanWords } from '../time/span-words.ts'
import { FigureCard } from './figure-card.tsx'
import type { FreshAnswer } from './use-fresh.ts'

const measures = [
  { key: 'read', of: (statistics: Statistics) => statistics.timeToRead },
  { key: 'acknowledgement', of: (statistics: Statistics) => statistics.acknowledgementLatency },
  { key: 'delivery', of: (statistics: Statistics) => statistics.deliveryDelay },
] as const

export function PaceCard({ statistics }: { readonly statistics: Omit<FreshAnswer<Statistics>, 'ref'> }) {
  const { t, formats } = useI18n()
  return (
    <FigureCard title={t('statistics.times.title')} answer={statistics}>
      {(figures) => (
        <table className="figure-table pace-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('statistics.times.what')}</span>
              </th>
              <th scope="col">{t('statistics.times.half')}</th>
              <th scope="col">{t('statistics.times.most')}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map(({ key, of }) => (
              <Measure
                key={key}
                name={t(`statistics.times.${key}`)}
                help={t(`statistics.times.${key}.help`)}
                figures={of(figures)}
              />
            ))}
            <tr>
              <Name name={t('statistics.times.arrivals')} help={t('statistics.times.arrivals.help')} />
              <td colSpan={2}>
                {t('statistics.times.arrivals.rate', {
                  rate: formats.number(figures.perMinute, { maximumFractionDigits: 1 }),
                })}
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </FigureCard>
  )
}

type MeasureProps = { readonly name: string; readonly help: string; readonly figures: DurationFigures }

function Measure({ name, help, figures }: MeasureProps) {
  const i18n = useI18n()
  const { medianMs, p95Ms, samples } = figures
  return (
    <tr title={samples === 0 ? undefined : i18n.t('statistics.times.samples', { count: samples })}>
      <Name name={name} help={help} />
      {medianMs === null || p95Ms === null ? (
        <td colSpan={2} data-none={true}>
          {i18n.t('statistics.times.none')}
        </td>
      ) : (
        <>
          <td>{spanWords(i18n, medianMs)}</td>
          <td>{spanWords(i18n, p95Ms)}</td>
        </>
      )}
    </tr>
  )
}

function Name({ name, help }: Omit<MeasureProps, 'figures'>) {
  return (
    <th scope="row">
      {name}
      <span className="figure-help">{help}</span>
    </th>
  )
}
