import { expect, test } from 'vitest'
import { type CompletionWords, complete, completionAt } from './completion.ts'

const item = (word: string, alias?: string) => ({ word, help: '', ...(alias === undefined ? {} : { alias }) })
const words: CompletionWords = {
  operators: ['type', 'is', 'priority', 'before'].map((word) => item(word)),
  valuesOf: (operator) =>
    ({
      type: ['info', 'warning', 'error'].map((word) => item(word)),
      before: [item('2026-01-31', 'today'), item('2026-01-30', 'yesterday')],
      code: [item('503'), item('50')],
    })[operator] ?? [],
  isOpen: (operator) => operator === 'code',
}
/** `|` is the caret. */
const at = (marked: string) => completionAt(marked.replace('|', ''), marked.indexOf('|'), words)
const proposed = (marked: string) => at(marked)?.items.map(({ word }) => word) ?? null

test.each([
  ['ty|', ['type']],
  ['disk ty|', ['type']],
  ['-ty|', ['type']],
  ['disk TYPE| full', ['type']],
  ['type:|', ['info', 'warning', 'error']],
  ['disk type:e|', ['error']],
  ['-Type:W|', ['warning']],
  ['before:2026-01-3|', ['2026-01-31', '2026-01-30']],
  ['before:yes|', ['2026-01-30']],
  ['code:5|', ['503', '50']],
])('%s proposes %j', (marked, expected) => {
  expect(proposed(marked)).toEqual(expected)
})

test.each([
  ['one letter begins too many words', 't|'],
  ['nothing is written', '|'],
  ['a word has ended', 'type |'],
  ['no operator begins so', 'disk|'],
  ['the caret is inside a word', 'ty|pe'],
  ['a quote is open', '"ty|'],
  ['a quote is closed', '"disk" "ty|"'],
  ['the value is whole', 'type:error|'],
  ['the value is whole, though others begin so', 'code:50|'],
  ['no value begins so', 'type:eror|'],
  ['the name is none', 'typo:e|'],
  ['nobody knows the values', 'is:|'],
])('nothing is proposed where %s: %s', (_why, marked) => {
  expect(proposed(marked)).toBeNull()
})

test.each([
  ['disk ty|', 'type', 'disk type:|'],
  ['-ty| full', 'type', '-type:| full'],
  ['type:e|', 'error', 'type:error |'],
  ['type:e| disk', 'error', 'type:error |disk'],
  ['before:yes|', '2026-01-30', 'before:2026-01-30 |'],
])('%s with %s becomes %s', (marked, word, expected) => {
  const completion = at(marked)
  const chosen = completion?.items.find((each) => each.word === word)
  if (completion === null || chosen === undefined) throw new Error('nothing is proposed')
  const { text, caret } = complete(marked.replace('|', ''), completion, chosen)
  expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected)
})

test.each([
  ['disk type:|', 'disk '],
  ['disk -type:err|', 'disk '],
  ['type:err| full', ' full'],
  ['code:|', ''],
  ['code:5|', null],
  ['disk ty|', null],
])('%s searches for %j until its value is whole', (marked, meanwhile) => {
  expect(at(marked)?.meanwhile).toBe(meanwhile)
})
