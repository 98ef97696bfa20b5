import Type from 'typebox'
import { expect, test } from 'vitest'
import type { Option } from './option.ts'
import { readText } from './read-value.ts'

const option = (schema: Option['schema'], isSecret = false): Option => ({
  ...{ schema, isSecret, default: null, needs: 'something else', help: '', group: 'serving' },
})

test('a list is one text with commas in a variable', () => {
  const list = option(Type.Array(Type.String()))
  expect(readText(list, 'a, b,,c ', 'it')).toEqual({ ok: true, value: ['a', 'b', 'c'] })
  expect(readText(list, '', 'it')).toEqual({ ok: true, value: [] })
})

test('a number may have a fraction where its schema lets it', () => {
  expect(readText(option(Type.Number()), '0.5', 'it')).toEqual({ ok: true, value: 0.5 })
  expect(readText(option(Type.Integer()), '0.5', 'it')).toMatchObject({ ok: false })
})

test('a secret that is refused is not said', () => {
  const read = readText(option(Type.String({ minLength: 9 }), true), 's3cret', '--it')
  expect(read).toEqual({ ok: false, problem: '--it needs something else, and what is there is not' })
})
