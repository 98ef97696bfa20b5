/** The head of the list: its filters, or, where the sidebar has them, which of them are on. */
import { useHasSidebar } from '../layout/use-has-sidebar.ts'
import { FilterBar } from './filter-bar.tsx'
import { FilterTitle } from './filter-title.tsx'

export function FilterHead() {
  return useHasSidebar() ? <FilterTitle /> : <FilterBar />
}
