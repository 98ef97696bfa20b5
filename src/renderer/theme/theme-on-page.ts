/** Which theme the page wears. Pure. */
import type { Settings } from '../../contract/settings-table.ts'

export type Theme = Settings['theme']

/** What the computer asks for is heard where nothing else was chosen. */
export const themeOnPage = (chosen: Theme, wantsMoreContrast: boolean): Theme =>
  chosen === 'system' && wantsMoreContrast ? 'high-contrast' : chosen
