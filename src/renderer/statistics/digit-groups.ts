/** A count as a locale writes it, taken apart into its groups of digits and what stands before each. Pure. */

export type DigitGroup = {
  /** What the locale puts between this group and the one before: `,`, `.` or a space; empty for the first. */
  readonly separator: string
  readonly digits: string
}

/** @param formatted a whole number, as `Intl.NumberFormat` writes it */
export const digitGroups = (formatted: string): readonly DigitGroup[] =>
  Array.from(formatted.matchAll(/(\P{Nd}*)(\p{Nd}+)/gu), ([, separator = '', digits = '']) => ({
    separator,
    digits,
  }))
