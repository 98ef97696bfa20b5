import { expect, it } from 'vitest'
import type { Reply } from '../contract/reply.ts'
import { createAsk } from './create-ask.ts'

async function ask(reply: Reply) {
  const notes: string[] = []
  const asked: unknown[] = []
  const answered = Promise.resolve(reply)
  createAsk(
    (command, input) => {
      asked.push([command, input])
      return answered
    },
    (text) => notes.push(text),
  )('connect', {})
  await answered
  return { notes, asked }
}

it('a refusal is noted in its own words', async () => {
  const error = { code: 'unavailable', message: 'The disk is full.' } as const
  expect(await ask({ ok: false, error })).toEqual({ notes: ['The disk is full.'], asked: [['connect', {}]] })
})

it('what went well is not mentioned', async () => {
  expect((await ask({ ok: true, output: {} })).notes).toEqual([])
})
