/** What the mock is asked to play: which notifications it makes, and which faults it adds. The schema of its file. */
import Type, { type Static } from 'typebox'
import { type Fault, faultSchemas } from './fault-schemas.ts'

const weight = Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000 }))

export const Mix = Type.Object(
  { info: weight, warning: weight, error: weight, success: weight },
  { additionalProperties: false, description: 'How often each type comes, as weights; left out: never.' },
)
export type Mix = Static<typeof Mix>

export const speedLimits = { minimum: 1, maximum: 1_000 } as const

export const Replay = Type.Object(
  {
    file: Type.String({
      minLength: 1,
      description: 'JSON Lines, as Tocsin exports them, or bare frames; beside the scenario.',
    }),
    speed: Type.Optional(Type.Number({ ...speedLimits, description: 'So many times as fast: 1.' })),
    atEnd: Type.Optional(Type.Enum(['stop', 'loop'])),
  },
  { additionalProperties: false, description: 'Recorded notifications instead of made ones.' },
)
export type Replay = Static<typeof Replay>

/** Everything but the faults, which are checked one by one so that each error names its fault. */
export const scenarioFields = {
  $schema: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  seed: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The same seed makes the same run; left out: another each time.',
    }),
  ),
  mix: Type.Optional(Mix),
  replay: Type.Optional(Replay),
}

export const Scenario = Type.Object(
  { ...scenarioFields, faults: Type.Optional(Type.Array(Type.Union(Object.values(faultSchemas)))) },
  { additionalProperties: false },
)

type ScenarioFields = Static<ReturnType<typeof Type.Object<typeof scenarioFields>>>

export type Scenario = Readonly<ScenarioFields> & { readonly faults?: readonly Fault[] }
