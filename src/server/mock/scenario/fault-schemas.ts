/** The faults that a scenario may ask for: one schema each. Not: what they do, which is in `plan/`. */
import Type, { type Static, type TSchema } from 'typebox'

const strict = { additionalProperties: false } as const
const atLeastOne = { minimum: 1 } as const
const seconds = (description: string) => Type.Number({ minimum: 0, maximum: 86_400, description })
const rangeMs = (description: string) =>
  Type.Tuple([Type.Integer({ minimum: 0, maximum: 60_000 }), Type.Integer({ minimum: 0, maximum: 60_000 })], {
    description,
  })

/** Exactly one of them. What is counted depends on the fault: notifications, attempts to connect, acknowledgements … */
export const When = Type.Object(
  {
    probability: Type.Optional(
      Type.Number({ minimum: 0, maximum: 1, description: 'Each, with this chance.' }),
    ),
    every: Type.Optional(Type.Integer({ ...atLeastOne, description: 'Each one whose number it divides.' })),
    nth: Type.Optional(Type.Integer({ ...atLeastOne, description: 'This one alone; the first is 1.' })),
    first: Type.Optional(Type.Integer({ ...atLeastOne, description: 'So many from the beginning on.' })),
    atSecond: Type.Optional(seconds('Once: at this second, or the first one from then on.')),
    duringSeconds: Type.Optional(
      Type.Tuple([seconds('From this second on.'), seconds('Until this second.')], {
        description: 'All in this span of time.',
      }),
    ),
  },
  {
    ...strict,
    minProperties: 1,
    maxProperties: 1,
    description:
      'When it happens. Seconds count from when the connection opened; for "refuse" from the start.',
  },
)
export type When = Static<typeof When>

const trigger = {
  when: Type.Optional(When),
  connection: Type.Optional(
    Type.Integer({ ...atLeastOne, description: 'Only on this connection of each client; the first is 1.' }),
  ),
}
/** What ends a connection has to say when. */
const ending = { ...trigger, when: When }

export const malformedKinds = [
  'not-json',
  'array',
  'binary',
  'empty',
  'unknown-type',
  'missing-fields',
  'wrong-types',
  'too-large',
] as const
export type MalformedKind = (typeof malformedKinds)[number]

const named = <Name extends string>(name: Name, description: string) => Type.Literal(name, { description })

export const faultSchemas = {
  drop: Type.Object({ fault: named('drop', 'A notification that never arrives.'), ...trigger }, strict),
  duplicate: Type.Object(
    {
      fault: named('duplicate', 'A notification that comes more than once, with the same id.'),
      ...trigger,
      copies: Type.Optional(
        Type.Integer({ ...atLeastOne, maximum: 100, description: 'Beside the first: 1.' }),
      ),
    },
    strict,
  ),
  delay: Type.Object(
    {
      fault: named('delay', 'A notification that is late; those after it wait for it.'),
      ...trigger,
      ms: rangeMs('Late by so many milliseconds, from one to the other.'),
    },
    strict,
  ),
  reorder: Type.Object(
    {
      fault: named('reorder', 'A notification that later ones overtake.'),
      ...trigger,
      window: Type.Optional(
        Type.Integer({ ...atLeastOne, maximum: 1_000, description: 'By so many at most: 3.' }),
      ),
    },
    strict,
  ),
  malformed: Type.Object(
    {
      fault: named('malformed', 'In the place of a notification: something else.'),
      ...trigger,
      kinds: Type.Optional(
        Type.Array(Type.Enum([...malformedKinds]), {
          minItems: 1,
          description: 'One of these is drawn each time; left out, of all.',
        }),
      ),
    },
    strict,
  ),
  'half-open': Type.Object(
    {
      fault: named('half-open', 'Nothing is sent, read or answered any more, and the connection stays open.'),
      ...ending,
      forSeconds: Type.Optional(
        Type.Number({ ...atLeastOne, maximum: 86_400, description: 'Then it is broken off: 120.' }),
      ),
    },
    strict,
  ),
  close: Type.Object(
    {
      fault: named('close', 'The server closes the connection.'),
      ...ending,
      code: Type.Integer({ description: '1000 to 1003, 1007 to 1014, or 3000 to 4999.' }),
      reason: Type.Optional(Type.String({ description: 'At most 123 bytes.' })),
    },
    strict,
  ),
  cut: Type.Object(
    { fault: named('cut', 'The connection breaks off, without a closing handshake.'), ...ending },
    strict,
  ),
  refuse: Type.Object(
    {
      fault: named('refuse', 'An attempt to connect is answered with an HTTP status.'),
      when: Type.Optional(When),
      status: Type.Integer({ minimum: 200, maximum: 599 }),
      retryAfterSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
    },
    strict,
  ),
  acknowledgement: Type.Object(
    {
      fault: named('acknowledgement', 'An acknowledgement is not confirmed as it should be.'),
      ...trigger,
      answer: Type.Enum(['never', 'late', 'not-found']),
      ms: Type.Optional(rangeMs('How late: 1000 to 5000.')),
    },
    strict,
  ),
  'ignore-frequency': Type.Object(
    {
      fault: named('ignore-frequency', 'A frequency after the first one changes nothing, and has no answer.'),
      ...trigger,
    },
    strict,
  ),
} as const satisfies Record<string, TSchema>

export type FaultName = keyof typeof faultSchemas
export type Fault = { [Name in FaultName]: Static<(typeof faultSchemas)[Name]> }[FaultName]
export type FaultOf<Name extends FaultName> = Extract<Fault, { fault: Name }>

export const isFaultName = (value: unknown): value is FaultName =>
  typeof value === 'string' && Object.hasOwn(faultSchemas, value)
