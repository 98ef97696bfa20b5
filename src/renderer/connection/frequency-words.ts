/** A frequency as people say it. Pure. */
import type { I18n } from '../../i18n/create-i18n.ts'

/** @returns `every 1 second`, `every 2.5 seconds` */
export const frequencyWords = ({ t }: I18n, seconds: number): string =>
  t('connection.frequency.every', { seconds })
