/** The form of what is kept of a window that was closed. */
import Type, { type Static } from 'typebox'
import { FilterSchema } from '../../contract/commands.ts'
import { RowId } from '../../contract/notification-row.ts'
import { PaneSizesSchema } from '../layout/pane-sizes-schema.ts'
import { panelNames, tabNames } from '../layout/tab-name.ts'
import { searchTextLimit } from '../search/search-query.ts'

export const ViewStateSchema = Type.Object({
  /** Another shape has another number; what has another number is not read. */
  version: Type.Literal(2),
  /** Milliseconds since the epoch. */
  savedAt: Type.Number(),
  filter: FilterSchema,
  search: Type.String({ maxLength: searchTextLimit }),
  tab: Type.Enum([...tabNames]),
  panel: Type.Enum([...panelNames]),
  sizes: PaneSizesSchema,
  selectedRowId: Type.Union([RowId, Type.Null()]),
  isDetailOpen: Type.Boolean(),
  /** Null at the top of the list. */
  anchor: Type.Union([
    Type.Object({ rowId: RowId, offsetPx: Type.Number({ minimum: 0, maximum: 100_000 }) }),
    Type.Null(),
  ]),
})
export type ViewState = Static<typeof ViewStateSchema>
