/** Chromium knows no `app:` scheme: a page of `app://tocsin/` lives at an `http:` address that stands for it. */

const standsFor = 'app.localhost'

/** `app://tocsin/index.html` → `http://tocsin.app.localhost/index.html`; other addresses stay as they are. */
export function toPageAddress(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url)
  return protocol === 'app:' ? `http://${host}.${standsFor}${pathname}${search}${hash}` : url
}

/** The other way round: what the app is told. */
export function toAppAddress(url: string): string {
  if (!URL.canParse(url) || !isAppPage(url)) return url
  const { host, pathname, search, hash } = new URL(url)
  return `app://${host.slice(0, -standsFor.length - 1)}${pathname}${search}${hash}`
}

export const isAppPage = (url: string): boolean => new URL(url).host.endsWith(`.${standsFor}`)
