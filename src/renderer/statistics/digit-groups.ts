/** The digits of a count, in groups of three for the eye. Pure. */

/** @returns the groups, which joined are the digits themselves; digits of another script are one group */
export const digitGroups = (digits: string): readonly string[] =>
  /^\d+$/.test(digits) ? (digits.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? []) : [digits]
