/** The time zone of this machine, as everything with local time wants it. */

/**
 * @returns a name as in the IANA database; UTC where none is known, as with a TZ that names nothing: Node 24 gives
 * undefined then. `Etc/Unknown` is ICU's name for no zone, which Temporal refuses
 */
export function machineTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions() as { readonly timeZone?: string } // see above
  return timeZone === undefined || timeZone === 'Etc/Unknown' ? 'UTC' : timeZone
}
