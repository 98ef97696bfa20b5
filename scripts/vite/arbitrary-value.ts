/** Values for a schema of the contract, and values that are nearly as it has them. For property tests. */
import fc from 'fast-check'

/** JSON Schema's keywords, as far as the contract uses them. */
type Keywords = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Keywords[]
  readonly properties?: Readonly<Record<string, Keywords>>
  readonly required?: readonly string[]
  readonly items?: Keywords
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

export function arbitraryValue(schema: Keywords): fc.Arbitrary<unknown> {
  const { anyOf } = schema
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(arbitraryValue))
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  switch (schema.type) {
    case 'object':
      return arbitraryObject(schema)
    case 'array':
      return fc.array(arbitraryValue(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 3,
      })
    case 'string':
      return arbitraryText(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 9_999 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -9, max: schema.maximum ?? 9_999, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

function arbitraryObject({ properties = {}, required = [] }: Keywords): fc.Arbitrary<unknown> {
  const values = Object.entries(properties).map(([name, inner]) => [name, arbitraryValue(inner)] as const)
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required] })
}

function arbitraryText({ pattern, minLength = 0, maxLength }: Keywords): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength ?? 20, minLength + 20) })
}

/** One thing in it is another, is missing or is too much; also the value itself may be another. */
export function nearly(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    fc.constantFrom(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e12, '', [], {}, 3n),
    fc.string({ maxLength: 3 }).map((text) => text.repeat(3_000)),
    fc.jsonValue().map((item) => new Array(501).fill(item)),
    fc.jsonValue(),
  )
  if (typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  const changed = fc
    .constantFrom(...keys, 'surplus')
    .chain((key) =>
      fc.oneof(other, nearly(Reflect.get(value, key))).map((inner) => withKey(value, key, inner)),
    )
  const shortened = fc.constantFrom(...keys, 'surplus').map((key) => withoutKey(value, key))
  return fc.oneof({ weight: 8, arbitrary: changed }, { weight: 3, arbitrary: shortened }, other)
}

const withKey = (value: object, key: string, inner: unknown): unknown => {
  if (!Array.isArray(value)) return { ...value, [key]: inner }
  return key === 'surplus' ? [...value, inner] : value.with(Number(key), inner)
}

const withoutKey = (value: object, key: string): unknown =>
  Array.isArray(value)
    ? value.filter((_item, index) => String(index) !== key)
    : Object.fromEntries(Object.entries(value).filter(([each]) => each !== key))
