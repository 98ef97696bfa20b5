/** A row of words of which one is chosen: which time a card shows. */

type Props<Range extends string> = {
  readonly label: string
  readonly chosen: Range
  readonly ranges: readonly { readonly range: Range; readonly word: string }[]
  readonly onChoose: (range: Range) => void
}

export function RangeChoice<Range extends string>({ label, chosen, ranges, onChoose }: Props<Range>) {
  return (
    <fieldset className="segments figure-ranges" aria-label={label}>
      {ranges.map(({ range, word }) => (
        <button
          key={range}
          type="button"
          className="segment"
          aria-pressed={range === chosen}
          onClick={() => onChoose(range)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  )
}
