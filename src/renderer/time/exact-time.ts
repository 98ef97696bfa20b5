/** Exact times for people and for `<time datetime>`. */
import { locale } from './locale.ts'

const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })

/** `Monday, 24 November 2025 at 14:05:09`; times are milliseconds since the epoch. */
export const exactTime = (atMs: number): string => dateAndTime.format(atMs)

/** `14:05:09` */
export const clockTime = (atMs: number): string => clock.format(atMs)

/** For `<time datetime>`: UTC, ISO 8601. */
export const machineTime = (atMs: number): string => new Date(atMs).toISOString()
