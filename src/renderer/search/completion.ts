/** What may follow in a search as far as it is written: names of operators, and their values. Pure. */

export type CompletionWord = {
  /** As it is written in a query. */
  readonly word: string
  readonly help: string
  /** Also found by this. */
  readonly alias?: string
}

export type CompletionWords = {
  /** Without their colons. */
  readonly operators: readonly CompletionWord[]
  /** Empty for a name that is no operator, or whose values nobody knows. */
  readonly valuesOf: (operator: string) => readonly CompletionWord[]
  /** The operator takes other values as well, and parts of them. */
  readonly isOpen: (operator: string) => boolean
}

export type Completion = {
  /** UTF-16 code units of the text, half-open: what is replaced. */
  readonly start: number
  readonly end: number
  /** What would be searched for were the part that is being written not there yet; null where it means something so. */
  readonly meanwhile: string | null
  readonly kind: 'operator' | 'value'
  /** At least one. */
  readonly items: readonly CompletionWord[]
}

/** Of names: one letter begins too many words that are none. */
const leastLetters = 2

/** @returns null where there is nothing to propose */
export function completionAt(text: string, caret: number, words: CompletionWords): Completion | null {
  const before = text.slice(0, caret)
  const isInWord = /^[^\s"]/.test(text.slice(caret))
  const isQuoted = (before.split('"').length - 1) % 2 === 1
  const part = /(?:^|\s)(-?)([^\s"-][^\s"]*)$/.exec(before)
  if (isInWord || isQuoted || part === null) return null
  const [, dash = '', written = ''] = part
  const colon = written.indexOf(':')
  if (colon === -1) return operatorCompletion(written, caret, words)
  const [operator, value] = [written.slice(0, colon).toLowerCase(), written.slice(colon + 1)]
  const items = valuesThatGoOn(operator, value, words)
  if (items.length === 0) return null
  const isUnfinished = value === '' || !words.isOpen(operator)
  const partStart = caret - written.length - dash.length
  return {
    ...{ start: caret - value.length, end: caret, kind: 'value', items },
    meanwhile: isUnfinished ? text.slice(0, partStart) + text.slice(caret) : null,
  }
}

function operatorCompletion(
  written: string,
  caret: number,
  { operators }: CompletionWords,
): Completion | null {
  if (written.length < leastLetters) return null
  const items = operators.filter(({ word }) => word.startsWith(written.toLowerCase()))
  if (items.length === 0) return null
  return { start: caret - written.length, end: caret, meanwhile: null, kind: 'operator', items }
}

/** None where the value is whole. */
function valuesThatGoOn(
  operator: string,
  written: string,
  { valuesOf }: CompletionWords,
): readonly CompletionWord[] {
  const sought = written.toLowerCase()
  const items = valuesOf(operator).filter(
    ({ word, alias = '' }) => word.toLowerCase().startsWith(sought) || alias.toLowerCase().startsWith(sought),
  )
  return items.some(({ word }) => word === sought) ? [] : items
}

export type Edit = { readonly text: string; readonly caret: number }

/** The text with the word in its place: after an operator comes its value, after a value the next word. */
export function complete(text: string, { start, end, kind }: Completion, { word }: CompletionWord): Edit {
  const ending = kind === 'operator' ? ':' : ' '
  const rest = text.slice(end)
  // A space that stands there already serves.
  const isThere = ending === ' ' && rest.startsWith(' ')
  const head = `${text.slice(0, start)}${word}${ending}`
  return { text: `${head}${isThere ? rest.slice(1) : rest}`, caret: head.length }
}
