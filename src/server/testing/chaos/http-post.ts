/** Posts a text over one connection that is kept: lighter than `fetch`, since a run posts a hundred thousand. */
import { Agent, request } from 'node:http'

export type PostAnswer = { readonly status: number; readonly isReplayed: boolean }

/** @param url `ws://` or `http://`. Rejects when it is not answered. */
export type HttpPost = (
  url: string,
  path: string,
  text: string,
  headers: Readonly<Record<string, string>>,
) => Promise<PostAnswer>

export function httpPost(): HttpPost & Disposable {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const post: HttpPost = (url, path, text, headers) =>
    new Promise((resolve, reject) => {
      const target = new URL(path, url.replace('ws:', 'http:'))
      const asked = request(target, {
        agent,
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', ...headers },
      })
      asked.on('error', reject).on('response', (response) => {
        const answer = {
          status: response.statusCode ?? 0,
          isReplayed: response.headers['idempotency-replayed'] === 'true',
        }
        response
          .on('end', () => resolve(answer))
          .on('error', reject)
          .resume()
      })
      asked.end(text)
    })
  return Object.assign(post, { [Symbol.dispose]: () => agent.destroy() })
}
