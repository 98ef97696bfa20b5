/** Reads a scenario from the text of its file, and says of what is wrong with it where that is. Reads no files. */
import Type, { type TSchema } from 'typebox'
import type { TLocalizedValidationError } from 'typebox/error'
import { Errors } from 'typebox/value'
import { notificationTypes } from '../../../protocol/notification-type.ts'
import { type Fault, faultSchemas, isFaultName } from './fault-schemas.ts'
import { type Scenario, scenarioFields } from './scenario.ts'

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  /** One sentence, with the place in the file: `faults[2].when.every must be >= 1`. */
  | { readonly ok: false; readonly problem: string }

const strict = { additionalProperties: false } as const
const Outline = Type.Object({ ...scenarioFields, faults: Type.Optional(Type.Array(Type.Unknown())) }, strict)

export function readScenario(text: string): ReadScenario {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, problem: `it is not JSON: ${error instanceof Error ? error.message : error}` }
  }
  const problem = findProblem(value)
  if (problem !== null) return { ok: false, problem }
  return { ok: true, scenario: value as Scenario } // All of its parts were checked against their schemas.
}

function findProblem(value: unknown): string | null {
  const outline = explain(Outline, value, '')
  if (outline !== null) return outline
  const scenario = value as Scenario // But for its faults, which are checked next.
  for (const [index, fault] of (scenario.faults ?? []).entries()) {
    const problem = findFaultProblem(fault, `faults[${index}]`)
    if (problem !== null) return problem
  }
  return findContradiction(scenario)
}

/** @param at the place of the fault in the file */
function findFaultProblem(fault: unknown, at: string): string | null {
  if (typeof fault !== 'object' || fault === null) return `${at} must be an object with a "fault"`
  const name = (fault as Readonly<Record<string, unknown>>)['fault'] // An object: its fields are unknown, not absent.
  if (!isFaultName(name)) return `${at}.fault must be one of ${Object.keys(faultSchemas).join(', ')}`
  const problem = explain(faultSchemas[name], fault, at)
  return problem ?? findFaultContradiction(fault as Fault, at) // Checked against its schema.
}

/** What a schema cannot say. */
function findContradiction({ mix, replay }: Scenario): string | null {
  if (mix && replay) return 'mix and replay cannot go together: a replay has its own mix'
  if (mix && notificationTypes.every((type) => !mix[type])) return 'mix must have a weight above 0'
  return null
}

function findFaultContradiction(fault: Fault, at: string): string | null {
  const { when } = fault
  if (when?.duringSeconds && when.duringSeconds[0] >= when.duringSeconds[1]) {
    return `${at}.when.duringSeconds must end after it begins`
  }
  if ('ms' in fault && fault.ms && fault.ms[0] > fault.ms[1])
    return `${at}.ms must begin with the smaller one`
  if (fault.fault !== 'close') return null
  if (!isSendableCode(fault.code)) {
    return `${at}.code must be 1000 to 1003, 1007 to 1014, or 3000 to 4999: others cannot be sent`
  }
  return Buffer.byteLength(fault.reason ?? '') > 123 ? `${at}.reason must be at most 123 bytes long` : null
}

/** RFC 6455, 7.4: 1004 to 1006 and 1015 must not be in a close frame. */
const isSendableCode = (code: number): boolean =>
  (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999)

/** @param at the place of the value in the file; empty for all of it */
function explain(schema: TSchema, value: unknown, at: string): string | null {
  const errors = Errors(schema, value)
  // Of an unknown field the first error says "schema is false", and the one that names it comes after.
  const unknown = errors.find(({ keyword }) => keyword === 'additionalProperties')
  const first = unknown ?? errors[0]
  return first === undefined ? null : sentence(first, placeOf(first, at))
}

function placeOf({ instancePath }: TLocalizedValidationError, at: string): string {
  const steps = instancePath.split('/').slice(1)
  const place = at + steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('')
  return place.replace(/^\./, '')
}

function sentence(error: TLocalizedValidationError, place: string): string {
  const where = place === '' ? 'it' : place
  switch (error.keyword) {
    case 'additionalProperties':
      return `${where} has ${quoted(error.params.additionalProperties)}, which is not known there`
    case 'required':
      return `${where} lacks ${quoted(error.params.requiredProperties)}`
    case 'enum':
      return `${where} must be one of ${quoted(error.params.allowedValues)}`
    case 'minProperties':
    case 'maxProperties':
      return `${where} must have exactly one field`
    default:
      return `${where} ${error.message}`
  }
}

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ')
