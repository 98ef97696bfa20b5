/** The address that the browser host prints, with its token. */
import type { RunningApp } from './hosts/host.ts'

const printedBefore = 'Tocsin is at '

/** @throws TypeError when none was printed */
export function printedAddress({ lines }: RunningApp): URL {
  const line = lines.find((each) => each.startsWith(printedBefore)) ?? ''
  return new URL(line.slice(printedBefore.length))
}
