/** The columns of the volume chart. Of their own, so that a pointer that moves renders two of them and not sixty. */
import { memo } from 'react'
import { notificationTypes } from '../../protocol/notification-type.ts'
import type { Bar } from './volume-bars.ts'

type Props = {
  readonly bars: readonly Bar[]
  /** The count at the top of the chart. */
  readonly most: number
  /** The place of the bar that is looked at. */
  readonly marked: number | null
}

export function VolumeColumns({ bars, most, marked }: Props) {
  return bars.map((bar, index) => (
    <Column key={bar.from} {...{ bar, index, most }} isMarked={index === marked} />
  ))
}

type ColumnProps = {
  readonly bar: Bar
  readonly index: number
  readonly most: number
  readonly isMarked: boolean
}

const Column = memo(function Column({ bar, index, most, isMarked }: ColumnProps) {
  return (
    <div className="volume-bar" data-bar={index} data-marked={isMarked}>
      {notificationTypes
        .filter((type) => bar.counts[type] > 0)
        .map((type) => (
          <div key={type} data-type={type} style={{ blockSize: `${(bar.counts[type] / most) * 100}%` }} />
        ))}
    </div>
  )
})
