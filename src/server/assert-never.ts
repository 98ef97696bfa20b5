/** The end of a switch over a discriminated union: a member without its case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}`)
}
