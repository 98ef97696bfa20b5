/**
 * What a publisher sends: a notification as in the seed, of which everything but its text may be left out (ours).
 * Both the schemas and the reading of them. Not: how they travel over HTTP.
 */
import Type, { type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import {
  isNotificationType,
  type NotificationType,
  notificationTypes,
  priorities,
} from './notification-type.ts'

/** Deeper extra fields are refused: some clients' JSON readers overflow on what Node's can still read. */
export const maxPublicationDepth = 32

/** Long enough for any scheme of ids, short enough for an address that names it. */
export const maxPublishedIdLength = 200

const shared = {
  title: Type.Optional(Type.String({ description: 'Left out: named after the type.' })),
  message: Type.Optional(Type.String()),
  id: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: maxPublishedIdLength,
      description: 'Left out: the server makes a unique one.',
    }),
  ),
  timestamp: Type.Optional(Type.String({ description: 'Left out: the time of publishing.' })),
  read: Type.Optional(Type.Boolean()),
}

export const publicationSchemas = {
  info: Type.Object({
    type: Type.Optional(Type.Literal('info')),
    ...shared,
    priority: Type.Optional(Type.Enum([...priorities])),
  }),
  warning: Type.Object({
    type: Type.Literal('warning'),
    ...shared,
    action_required: Type.Optional(Type.Boolean()),
  }),
  error: Type.Object({
    type: Type.Literal('error'),
    ...shared,
    error_code: Type.Optional(Type.Number()),
    retry_allowed: Type.Optional(Type.Boolean()),
  }),
  success: Type.Object({
    type: Type.Literal('success'),
    ...shared,
    completion_time: Type.Optional(Type.String()),
  }),
} as const satisfies Record<NotificationType, TSchema>

/** The type decides what else is there. Extra fields are allowed, and kept. */
export const Publication = Type.Union([
  publicationSchemas.info,
  publicationSchemas.warning,
  publicationSchemas.error,
  publicationSchemas.success,
])
export type Publication = Static<typeof Publication>

/** Compiled: this is on the way of every request. */
const checks = {
  info: Compile(publicationSchemas.info),
  warning: Compile(publicationSchemas.warning),
  error: Compile(publicationSchemas.error),
  success: Compile(publicationSchemas.success),
}

export type PublicationCheck =
  | { readonly ok: true; readonly publication: Publication }
  /** `problem` is a sentence; `field` names what it is about, where it is about one. */
  | { readonly ok: false; readonly problem: string; readonly field: string | null }

export function checkPublication(fields: Readonly<Record<string, unknown>>): PublicationCheck {
  const { type = 'info' } = fields
  if (!isNotificationType(type)) {
    return refuse(`"type" must be one of ${quoted(notificationTypes)}, and it is not.`, 'type')
  }
  const schema = checks[type]
  if (!schema.Check(fields)) return explain(schema.Errors(fields))
  if (!fields.title && !fields.message) {
    return refuse('A notification needs a "message" or a "title" that is not empty.', 'message')
  }
  if (isDeeperThan(fields, maxPublicationDepth)) {
    return refuse(`The extra fields are nested more than ${maxPublicationDepth} deep.`, null)
  }
  return { ok: true, publication: fields }
}

const titles = {
  info: 'Info Notification',
  warning: 'Warning Notification',
  error: 'Error Notification',
  success: 'Success Notification',
} as const satisfies Record<NotificationType, string>

/** So that a client that reads the seed's fields without asking finds all of them. */
const typeDefaults = {
  info: { priority: 'medium' },
  warning: { action_required: false },
  error: { error_code: 500, retry_allowed: false },
  success: { completion_time: 'unknown' },
} as const satisfies Record<NotificationType, object>

/** The notification whole, its fields in the seed's order, extra ones last. */
export function completePublication(
  publication: Publication,
  made: { readonly id: string; readonly timestamp: string },
): Readonly<Record<string, unknown>> & { readonly id: string } {
  const { type = 'info', title, message, id, timestamp, read, ...rest } = publication
  return {
    type,
    title: title || titles[type],
    message: message ?? '',
    id: id ?? made.id,
    timestamp: timestamp ?? made.timestamp,
    read: read ?? false,
    ...typeDefaults[type],
    ...rest,
  }
}

function explain(errors: readonly TLocalizedValidationError[]): PublicationCheck {
  const first = errors[0]
  const field = first?.instancePath.split('/')[1] ?? null
  const what = field === null ? 'The notification' : `"${field}"`
  return refuse(`${what} ${first?.message ?? 'is not what was expected'}.`, field)
}

const refuse = (problem: string, field: string | null): PublicationCheck => ({ ok: false, problem, field })

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ')

/** Not recursive: the depth is the sender's. */
function isDeeperThan(value: unknown, maxDepth: number): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}
