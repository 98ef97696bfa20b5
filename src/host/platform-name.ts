/** The one place that asks which operating system this is. Everything else takes the answer as a parameter. */

export type PlatformName = 'linux' | 'darwin' | 'win32'

/** Other Unixes are treated as Linux: the same desktop specifications hold there. */
export const platformName: PlatformName =
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
