/** The page at `/`: what this is, and how to send the first notification. For a browser, and for `curl`. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Access } from '../access/access.ts'
import type { Answer } from './answer.ts'

/** @param request whose `Host` is the address to show, and whose `Accept` says in which form */
export function frontPage(
  { headers, socket }: IncomingMessage,
  { needsToken }: Pick<Access, 'needsToken'>,
): Answer {
  const host = /^[\w.:[\]-]+$/.test(headers.host ?? '') ? (headers.host ?? '') : '127.0.0.1:8787'
  const isForBrowser = headers.accept?.includes('text/html') ?? false
  const place: Place = { host, usesTls: 'encrypted' in socket, needsToken }
  return isForBrowser ? htmlPage(place) : textPage(place)
}

type Place = { readonly host: string; readonly usesTls: boolean; readonly needsToken: boolean }

const socketUrl = ({ host, usesTls }: Place): string => `${usesTls ? 'wss' : 'ws'}://${host}`

const commands = ({ host, usesTls, needsToken }: Place) => {
  const curl = needsToken ? 'curl -H "Authorization: Bearer $TOCSIN_TOKEN"' : 'curl'
  const base = usesTls ? `https://${host}` : host
  return [
    ['Send one to the client alice', `${curl} -d "Backup done" ${base}/notify/alice`],
    ['To everyone', `${curl} -d "Lunch is ready" ${base}/notify`],
    [
      'With a type and a title',
      `${curl} -H "Type: warning" -H "Title: Disk" -d "Almost full" ${base}/notify/alice`,
    ],
    ['Wait until it was read, 30 seconds at most', `${curl} "${base}/notify/alice/ID?wait=30"`],
  ] as const
}

const tokenHint = 'Both need an access token, as "Authorization: Bearer TOKEN".'

function textPage(place: Place): Answer {
  const lines = commands(place).flatMap(([what, command]) => [`${what}:`, `  ${command}`, ''])
  const body = [
    'This is a Tocsin notification server.',
    `Connect a WebSocket to /ws/notify/{client_id}: ${socketUrl(place)}/ws/notify/alice`,
    ...(place.needsToken ? [tokenHint] : []),
    '',
    ...lines,
    'All of it, for programs: /openapi.json',
    '',
  ].join('\n')
  return { status: 200, contentType: 'text/plain; charset=utf-8', body }
}

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark; }
  pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid; border-radius: 0.5rem; }
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** No script, nothing from elsewhere: its own style alone, by hash. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

function htmlPage(place: Place): Answer {
  const items = commands(place).map(
    ([what, command]) =>
      `<h2>${escapeHtml(what)}</h2>\n<pre tabindex="0"><code>${escapeHtml(command)}</code></pre>`,
  )
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tocsin notification server</title>
<style>${style}</style>
<main>
<h1>Tocsin notification server</h1>
<p>Programs send notifications here with HTTP; clients receive them over a WebSocket at
<code>${escapeHtml(`${socketUrl(place)}/ws/notify/{client_id}`)}</code>. What is sent while a client is away waits for it.${place.needsToken ? ` ${escapeHtml(tokenHint)}` : ''}</p>
${items.join('\n')}
<p>All of it, for programs: <a href="/openapi.json">openapi.json</a>.</p>
</main>
</html>
`
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body,
    headers: { 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' },
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
