/** The end of a `switch` that must know every case. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}. Add its case where this was thrown.`)
}
