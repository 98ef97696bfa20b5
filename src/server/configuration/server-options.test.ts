import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { flagText, groupedOptions, helpText } from './help-text.ts'
import { kindOf, nameOfVariable, type Option, variableOf } from './option.ts'
import { optionNames, serverOptions } from './server-options.ts'

const options = optionNames.map((name): [string, Option] => [name, serverOptions[name]])

test.each(options)('%s has a default of its schema, or says what none means', (_name, option) => {
  if (option.default === null) expect(option.defaultText ?? option.help).not.toBe('')
  else expect(Check(option.schema, option.default)).toBe(true)
})

test.each(options)('%s is in the help, and has a name for its value', (name, option) => {
  expect(helpText).toContain(flagText(name, option))
  if (kindOf(option) !== 'boolean') expect(option.valueName).toMatch(/^[A-Z][A-Z:./_-]*$/)
})

test.each(options)('%s has one name in each place', (name) => {
  expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(nameOfVariable(variableOf(name))).toBe(name)
  // What they would be taken for.
  expect(['config', 'print-config', 'check-config', 'help', 'version']).not.toContain(name)
  expect(name).not.toMatch(/^no-/)
})

test('each option is in one group', () => {
  expect(
    groupedOptions()
      .flatMap(({ options: its }) => its.map(([name]) => name))
      .toSorted(),
  ).toEqual(optionNames.toSorted())
})

test('the help fits a terminal', () => {
  for (const line of helpText.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})
