/** What a browser does slowly the first time is done while the page would only wait for its code. */
export function warmUp(): void {
  // The list of locales: 10 ms, whichever part of `Intl` is used first.
  new Intl.NumberFormat()
  try {
    sessionStorage.getItem('')
  } catch {
    // Forbidden: then nothing will be read from it either.
  }
}
