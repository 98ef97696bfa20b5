/** An address without what may be secret in it: name, password and query. Pure. */

/** @returns the text itself where it is no address: then it carries none */
export function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address
  const { protocol, host, pathname, search, username, password } = new URL(address)
  // Said by a sign, so that nobody wonders where it went.
  const path = decodeBraces(pathname)
  return `${protocol}//${username + password === '' ? '' : '…@'}${host}${path}${search === '' ? '' : '?…'}`
}

/** As in `{client_id}`, which a URL encodes. */
const decodeBraces = (path: string): string => path.replaceAll('%7B', '{').replaceAll('%7D', '}')
