/** The parts that a window does not open with. They are loaded when nothing else is to be done, and then open at once. */
import { FiguresWaiting } from '../statistics/figures-waiting.tsx'
import { laterPart } from './later-part.tsx'

export const CommandPalette = laterPart(
  async () => (await import('../commands/command-palette.tsx')).CommandPalette,
)
export const ConnectionPage = laterPart(
  async () => (await import('../connection/connection-page.tsx')).ConnectionPage,
)
export const DetailPanel = laterPart(async () => (await import('../detail/detail-panel.tsx')).DetailPanel)
export const Figures = laterPart(
  async () => (await import('../statistics/figures.tsx')).Figures,
  FiguresWaiting,
)
export const KeyList = laterPart(async () => (await import('../commands/key-list.tsx')).KeyList)
export const SearchHelp = laterPart(async () => (await import('../search/search-help.tsx')).SearchHelp)
export const SettingsDialog = laterPart(
  async () => (await import('../settings/settings-dialog.tsx')).SettingsDialog,
)
export const WelcomeDialog = laterPart(
  async () => (await import('../welcome/welcome-dialog.tsx')).WelcomeDialog,
)

/** The likeliest first. */
export const laterParts = [
  ...[DetailPanel, SettingsDialog, CommandPalette, ConnectionPage],
  ...[Figures, SearchHelp, KeyList, WelcomeDialog],
] as const
