/** A close code as a label: clients choose theirs, and a label's values must be few. */
export function closeCodeLabel(code: number): string {
  if (code >= 1000 && code <= 1015) return String(code)
  // RFC 6455, 7.4.2: for libraries, and for private use.
  if (code >= 3000 && code <= 4999) return `${String(code)[0]}xxx`
  return 'other'
}
