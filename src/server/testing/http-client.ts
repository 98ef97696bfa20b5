/** HTTP to a server under test: what came back, read whole. */

export type HttpAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: what came is looked at field by field, by assertions
  readonly json: any
}

/** @param url where the server listens, as `ws://` or `http://` */
export async function send(url: string, path: string, init: RequestInit = {}): Promise<HttpAnswer> {
  const response = await fetch(url.replace('ws:', 'http:') + path, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}

/** As `curl -d` does it. */
export const post = (
  url: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> =>
  send(url, path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })

/** @returns the id that it was published with */
export async function publish(url: string, path: string, message: string): Promise<string> {
  const { status, json } = await post(url, path, message)
  if (status !== 201) throw new Error(`not published: ${status}`)
  return String(json.id)
}
