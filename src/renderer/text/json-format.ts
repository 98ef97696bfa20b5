/** Indents JSON without reading it into values: numbers, escapes and repeated keys stay as they came. */

const indentWidth = 2
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs

/** @returns the indented text, or null when the text is not JSON */
export function formatJson(text: string): string | null {
  if (!isJson(text)) return null
  const out: string[] = []
  let depth = 0
  let previous = ''
  for (const [found] of text.matchAll(token)) {
    const closes = found === '}' || found === ']'
    if (closes) depth -= 1
    if (breaksBefore(previous, closes)) out.push(`\n${' '.repeat(depth * indentWidth)}`)
    out.push(found === ':' ? ': ' : found)
    if (found === '{' || found === '[') depth += 1
    previous = found
  }
  return out.join('')
}

function breaksBefore(previous: string, closes: boolean): boolean {
  const opened = previous === '{' || previous === '['
  if (closes) return !opened
  return opened || previous === ','
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
