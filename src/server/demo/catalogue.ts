/** What the demo notifications say: the entries of each type, in a file of its own for each. */
import type { Choices } from './draw.ts'
import type { ErrorEntry, InfoEntry, SuccessEntry, WarningEntry } from './entry.ts'
import { errorEntries } from './error-entries.ts'
import { infoEntries } from './info-entries.ts'
import { successEntries } from './success-entries.ts'
import { warningEntries } from './warning-entries.ts'

export const catalogue: {
  readonly info: Choices<InfoEntry>
  readonly warning: Choices<WarningEntry>
  readonly error: Choices<ErrorEntry>
  readonly success: Choices<SuccessEntry>
} = { info: infoEntries, warning: warningEntries, error: errorEntries, success: successEntries }
