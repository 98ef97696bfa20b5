/** Names the tests that failed, and those that passed at a second try only, shortly: for the last lines of a log. */
import { stripVTControlCharacters } from 'node:util'

export type Named = { readonly failed: readonly string[]; readonly flaky: readonly string[] }

const mostNames = 30
const mostCharacters = 240

/** @param report vitest's JSON report, which follows jest's */
export function nameVitest(report: unknown, root: string): Named {
  const { testResults } = report as {
    readonly testResults: readonly {
      readonly name: string
      readonly status: string
      readonly message: string
      readonly assertionResults: readonly {
        readonly fullName: string
        readonly status: string
        readonly failureMessages: readonly string[]
      }[]
    }[]
  } // the documented shape of vitest's report
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(`${root}/`, '')
    if (status === 'failed' && assertionResults.length === 0) return [shorten(file, message)]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => shorten(`${file} › ${fullName}`, failureMessages[0]))
  })
  return { failed, flaky: [] }
}

type Suite = {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly line: number
    readonly tests: readonly {
      readonly projectName: string
      readonly status: string
      readonly results: readonly { readonly error?: Fault }[]
    }[]
  }[]
}
type Fault = { readonly message?: string }

/** @param report Playwright's JSON report */
export function namePlaywright(report: unknown): Named {
  const { suites, errors } = report as {
    readonly suites: readonly Suite[]
    readonly errors: readonly Fault[]
  } // the documented shape of Playwright's report
  const specs = suites.flatMap(specsOf)
  const named = (wanted: string): readonly string[] =>
    specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === wanted)
        .map(({ projectName, results }) =>
          shorten(
            `[${projectName}] ${file}:${line} › ${title}`,
            results.find(({ error }) => error !== undefined)?.error?.message,
          ),
        ),
    )
  const outside = errors.map(({ message }) => shorten('outside of the tests', message))
  return { failed: [...named('unexpected'), ...outside], flaky: named('flaky') }
}

const specsOf = ({ suites = [], specs }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)]

/** @returns a line for each: the flaky ones first, so that what failed stands at the end */
export function formatNames({ failed, flaky }: Named): readonly string[] {
  return [...few('flaky', flaky), ...few('failed', failed)]
}

function few(word: string, names: readonly string[]): readonly string[] {
  const left = names.length - mostNames
  const lines = names.slice(0, mostNames).map((name) => `${word}: ${name}`)
  return left > 0 ? [...lines, `${word}: and ${left} more, see above`] : lines
}

/** With the beginning of what went wrong, on one line. */
function shorten(name: string, message = ''): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
  const end = lines.findIndex((line) => line.startsWith('at ') || line === 'Call log:')
  const said = lines.slice(0, end === -1 ? undefined : end).filter((line) => line !== '')
  return [name, ...said].join(' | ').slice(0, mostCharacters)
}
