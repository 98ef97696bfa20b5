/** The languages of whoever started a program without a desktop, as its environment tells them. */

type Environment = Readonly<Record<string, string | undefined>>

/** As POSIX has them: the first that is set counts. */
const names = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/**
 * @param fallback what the system says where the environment says nothing, as on Windows
 * @returns language tags (BCP 47); none for `C` and `POSIX`, which are nobody's language
 */
export function preferredLanguages(environment: Environment, fallback = systemLocale): readonly string[] {
  const set = names.map((name) => environment[name]).find((value) => value !== undefined && value !== '')
  if (set === undefined) return [fallback()]
  // `de_CH.UTF-8@euro`
  const tag = set.replace(/[.@].*$/, '').replaceAll('_', '-')
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag) ? [tag] : []
}

const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale
