import { describe, expect, it } from 'vitest'
import { buildAcknowledgement, buildConfiguration, parseClientFrame } from './client-message.ts'

describe('building', () => {
  it.each([0.99, 30.01, Number.NaN, Number.POSITIVE_INFINITY, -1, 0])(
    'refuses a frequency of %d',
    (frequency) => {
      expect(() => buildConfiguration(frequency)).toThrow(/1 to 30/)
    },
  )

  it.each([1, 30, 2.5])('takes a frequency of %d', (frequency) => {
    expect(parseClientFrame(buildConfiguration(frequency))).toEqual({ kind: 'configuration', frequency })
  })

  it('keeps an id whole, whatever is in it', () => {
    const id = '"}{\u202E\u0000 ü'
    expect(parseClientFrame(buildAcknowledgement(id))).toEqual({ kind: 'acknowledge', id })
  })
})

describe('reading', () => {
  it('leaves values out of range to the server', () => {
    expect(parseClientFrame('{"frequency":0}')).toEqual({ kind: 'configuration', frequency: 0 })
  })

  it.each([
    ['binary', new Uint8Array([1]), /Binary/],
    ['not JSON', 'x', /not JSON/],
    ['an array', '[]', /not a JSON object/],
    ['neither', '{}', /neither "frequency" nor "action"/],
    ['an unknown action', '{"action":"delete","id":"a"}', /Unknown action "delete"/],
    ['a missing id', '{"action":"acknowledge"}', /needs the "id"/],
    ['an empty id', '{"action":"acknowledge","id":""}', /needs the "id"/],
    ['a numeric id', '{"action":"acknowledge","id":7}', /needs the "id"/],
    ['no number', '{"frequency":"5"}', /"5" is not/],
    ['null', '{"frequency":null}', /null is not/],
  ])('rejects %s with a sentence', (_name, frame, sentence) => {
    const parsed = parseClientFrame(frame)
    expect(parsed.kind === 'rejected' && parsed.reason).toMatch(sentence)
  })

  it('survives a value that is nested too deeply to be printed', () => {
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    expect(parseClientFrame(`{"frequency":${nested}}`).kind).toBe('rejected')
    expect(parseClientFrame(`{"action":${nested}}`).kind).toBe('rejected')
  })

  it('does not repeat a long offence in full', () => {
    const parsed = parseClientFrame(JSON.stringify({ action: 'x'.repeat(10_000) }))
    expect(parsed.kind === 'rejected' && parsed.reason.length).toBeLessThan(200)
  })
})
