/** Each language says all that English says, with the same values, and in its own plurals. */
import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

const others = { de, zh } as const
const keys = Object.keys(en) as (keyof typeof en)[] // the keys of a constant

/** `name`, `name=plural` or `name=select(a,b)`, sorted. */
function shapeOf(elements: readonly MessageFormatElement[]): readonly string[] {
  const names = elements.flatMap((element): readonly string[] => {
    if (isPluralElement(element)) return [`${element.value}=plural`, ...branches(element.options)]
    if (isSelectElement(element)) {
      return [`${element.value}=${Object.keys(element.options).sort()}`, ...branches(element.options)]
    }
    return isArgumentElement(element) ? [element.value] : []
  })
  return [...new Set(names)].sort()
}

const branches = (options: Readonly<Record<string, { readonly value: MessageFormatElement[] }>>) =>
  Object.values(options).flatMap(({ value }) => shapeOf(value))

const read = (message: string): MessageFormatElement[] => parse(message, { ignoreTag: true })

function pluralsOf(elements: readonly MessageFormatElement[]): readonly string[][] {
  return elements.flatMap((element) => {
    if (!isPluralElement(element) && !isSelectElement(element)) return []
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsOf(value))
    return isPluralElement(element) ? [Object.keys(element.options), ...inner] : inner
  })
}

test.each(Object.entries(others))('%s has every text, and none is empty', (_language, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual([...keys].sort())
  expect(keys.filter((key) => catalogue[key].trim() === '')).toEqual([])
})

test.each(Object.entries(others))('%s uses the same values as English', (_language, catalogue) => {
  for (const key of keys)
    expect({ key, uses: shapeOf(read(catalogue[key])) }).toEqual({ key, uses: shapeOf(read(en[key])) })
})

test.each(Object.entries({ en, ...others }))(
  '%s has a form for each of its plurals',
  (language, catalogue) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const key of keys) {
      for (const forms of pluralsOf(read(catalogue[key])))
        expect({ key, forms }).toEqual({ key, forms: expect.arrayContaining(needed) })
    }
  },
)

test.each(Object.entries(others))('%s is not English left as it was', (_language, catalogue) => {
  const same = keys.filter(
    (key) =>
      catalogue[key] === en[key] && /\p{L}{4}.*\s.*\p{L}{3}/u.test(en[key].replaceAll(/\{[^{}]*\}/g, '')),
  )
  expect(same).toEqual([])
})
