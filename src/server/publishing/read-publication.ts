/**
 * Reads a publication from a request, so that what people write with `curl` does what they hope: JSON as in the seed, or
 * plain text with title, type and extras in headers or in the query, or a form.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { checkPublication, type Publication } from '../../protocol/publication.ts'
import type { ProblemDetail } from '../http/answer.ts'
import { isTextField, textFields } from './text-fields.ts'

export type PublicationRequest = {
  readonly headers: IncomingHttpHeaders
  readonly query: URLSearchParams
  readonly body: Buffer
}

export type ReadPublication =
  | { readonly ok: true; readonly publication: Publication }
  | {
      readonly ok: false
      readonly problem: ProblemDetail
      readonly headers?: Readonly<Record<string, string>>
    }

type Fields = Readonly<Record<string, unknown>>

export const acceptedTypes = 'application/json, text/plain, application/x-www-form-urlencoded'

export function readPublication({ headers, query, body }: PublicationRequest): ReadPublication {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    const detail = 'The body is compressed: send it as it is, without Content-Encoding.'
    return { ok: false, problem: { status: 415, detail }, headers: { 'Accept-Encoding': 'identity' } }
  }
  const text = decodeUtf8(body)
  if (text === null) return refuse(400, 'The body is not UTF-8.')
  const fields = readFields(mediaType(headers), text, headers, query)
  if ('ok' in fields) return fields
  const check = checkPublication(fields.fields)
  if (check.ok) return check
  return refuse(422, check.problem, check.field)
}

function readFields(
  type: string,
  text: string,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): { readonly fields: Fields } | Extract<ReadPublication, { ok: false }> {
  switch (type) {
    case 'application/json':
      return readJson(text)
    case 'text/plain':
      return withMessage(text, headers, query)
    case '':
    case 'application/x-www-form-urlencoded': {
      // What curl says of every body that it is given with -d: look at the body itself.
      const fields = guessFields(text)
      return fields === null ? withMessage(text, headers, query) : { fields }
    }
    default:
      if (/^application\/[^;]+\+json$/.test(type)) return readJson(text)
      return {
        ok: false,
        problem: {
          status: 415,
          detail: `A body of type ${type} is not understood: send JSON or plain text.`,
        },
        headers: { 'Accept-Post': acceptedTypes },
      }
  }
}

function readJson(text: string): { readonly fields: Fields } | Extract<ReadPublication, { ok: false }> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(400, `The body is not JSON: ${reason}.`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { fields: value as Fields } // checked next
  return refuse(422, 'The body must be a JSON object, such as {"message":"Backup done"}.')
}

function withMessage(text: string, headers: IncomingHttpHeaders, query: URLSearchParams) {
  // A file or `echo` ends with a line end that nobody means.
  const message = text.replace(/\r?\n$/, '')
  const read = textFields(headers, query)
  if ('problem' in read) return refuse(422, read.problem, read.field)
  return { fields: { ...read.fields, ...(message === '' ? {} : { message }) } }
}

const nameFields = ['type', 'title', 'message'] as const

/** A notification as JSON, or as a form; null where the body is a bare text. */
function guessFields(text: string): Fields | null {
  if (text.trimStart().startsWith('{')) {
    try {
      const value: unknown = JSON.parse(text)
      const fields = value as Fields // It starts with a brace, and is JSON.
      if (nameFields.some((name) => name in fields)) return fields
    } catch {
      return null
    }
  }
  return guessForm(text)
}

/** Only where every name is one of a notification's: `disk=90%` is a text. */
function guessForm(text: string): Fields | null {
  if (!/^(title|message|type)=/.test(text)) return null
  const form = new URLSearchParams(text)
  if (![...form.keys()].every(isTextField)) return null
  const read = textFields({}, form)
  return 'problem' in read ? null : read.fields
}

function mediaType(headers: IncomingHttpHeaders): string {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(body: Buffer): string | null {
  try {
    return utf8.decode(body)
  } catch {
    return null
  }
}

function refuse(status: number, detail: string, field: string | null = null) {
  return { ok: false, problem: { status, detail, ...(field === null ? {} : { field }) } } as const
}
