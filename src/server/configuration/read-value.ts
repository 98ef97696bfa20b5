/** Checks a value that was given for an option, and reads it from a text where it came as one. */
import { Check } from 'typebox/value'
import { kindOf, type Option } from './option.ts'

export type ReadValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/**
 * From a flag or a variable. A list is one text with commas; a number is written in digits, not as `1e3` or `0x1f`.
 * @param place how the refusal names where it came from
 */
export function readText(option: Option, text: string, place: string): ReadValue {
  switch (kindOf(option)) {
    case 'boolean':
      return checkValue(option, booleans[text.toLowerCase()] ?? text, place)
    case 'number':
      return checkValue(option, /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text, place)
    case 'list':
      return checkValue(option, splitList(text), place)
    default:
      return checkValue(option, text, place)
  }
}

/** From a file, where it is of JSON's types already. */
export function checkValue(option: Option, value: unknown, place: string): ReadValue {
  if (Check(option.schema, value)) return { ok: true, value }
  const shown = option.isSecret ? 'what is there' : JSON.stringify(value)
  return { ok: false, problem: `${place} needs ${option.needs}, and ${shown} is not` }
}

const booleans: Readonly<Record<string, boolean>> = {
  __proto__: null as never, // so that no text finds what every object has
  true: true,
  1: true,
  false: false,
  0: false,
}

const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
