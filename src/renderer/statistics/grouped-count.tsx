/** A count with the locale's separators for the eye; what is copied are its digits alone. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { digitGroups } from './digit-groups.ts'

export function GroupedCount({ count }: { readonly count: number }) {
  const { formats } = useI18n()
  return digitGroups(formats.number(count)).map(({ separator, digits }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a group of digits is its place.
    <span key={index} className="digit-group" data-separator={separator}>
      {digits}
    </span>
  ))
}
