import { describe, expect, it } from 'vitest'
import { formatNames, namePlaywright, nameVitest } from './name-tests.ts'

describe('naming', () => {
  it('tells what failed in vitest, and which files never ran', () => {
    const passed = { fullName: 'a rule', status: 'passed', failureMessages: [] }
    const failed = {
      ...{ fullName: 'another rule', status: 'failed' },
      failureMessages: ['\u001b[31mAssertionError\u001b[39m: expected 1 to be 2\n    at somewhere'],
    }
    const testResults = [
      { name: '/here/src/a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: '/here/src/b.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
    ]
    expect(nameVitest({ testResults }, '/here')).toEqual({
      failed: [
        'src/a.test.ts › another rule | AssertionError: expected 1 to be 2',
        'src/b.test.ts | No such module',
      ],
      flaky: [],
    })
  })

  it('tells what failed in Playwright and what was flaky, by host, also inside of suites', () => {
    const error = {
      message: '\u001b[2mexpect(\u001b[22mlocator) failed\n\nExpected: 1\nCall log:\n  - waiting',
    }
    const test = (status: string, results: readonly object[]) => [{ projectName: 'browser', status, results }]
    const at = { file: 'a.spec.ts', line: 7 }
    const inner = { specs: [{ ...at, title: 'twice', tests: test('flaky', [{ error }, {}]) }] }
    const outer = {
      suites: [inner],
      specs: [
        { ...at, title: 'once', tests: test('expected', [{}]) },
        { ...at, title: 'never', tests: test('unexpected', [{ error }, { error }]) },
      ],
    }
    expect(namePlaywright({ suites: [outer], errors: [{ message: 'No tests' }] })).toEqual({
      failed: [
        '[browser] a.spec.ts:7 › never | expect(locator) failed | Expected: 1',
        'outside of the tests | No tests',
      ],
      flaky: ['[browser] a.spec.ts:7 › twice | expect(locator) failed | Expected: 1'],
    })
  })

  it('keeps it short, with what failed at the end', () => {
    const names = Array.from({ length: 32 }, (_, index) => `rule ${index}`)
    const lines = formatNames({ failed: names, flaky: ['now and then'] })
    expect(lines).toHaveLength(32)
    expect(lines[0]).toBe('flaky: now and then')
    expect(lines.at(-1)).toBe('failed: and 2 more, see above')
  })
})
