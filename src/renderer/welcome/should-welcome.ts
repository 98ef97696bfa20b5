/** Whether the first steps are shown. Pure. */
import type { EngineView } from '../store/engine-view.ts'

/** Not to who named a source on the command line: that is how far the first steps lead. */
export const shouldWelcome = (engine: Pick<EngineView, 'settings' | 'source'> | null): boolean =>
  engine !== null && !engine.settings.isWelcomed && !engine.source.isOverride && engine.settings.source === ''
