/** Makes text from the network harmless to look at: spec.md, fact 8. It stays text; what it hides becomes visible. */

/** Bidi embeddings, overrides and isolates: they reorder what stands around them. */
const bidiControl = /[\u202a-\u202e\u2066-\u2069]/g
/** Control characters but tab and line breaks, noncharacters, interlinear annotation. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffb\ufffe\uffff]/g
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g
/** White space, format characters and fillers: a line of nothing else shows nothing. */
const invisible = /^[\s\p{Default_Ignorable_Code_Point}]*$/u

/** Text over several lines. Controls become U+FFFD, bidi controls vanish, lone surrogates become U+FFFD. */
export function displayText(text: string): string {
  return text.toWellFormed().replace(lineBreak, '\n').replace(bidiControl, '').replace(control, '\ufffd')
}

/**
 * Text on one line: every run of white space becomes a space.
 * @param fallback what stands there when nothing visible is left
 */
export function displayLine(text: string, fallback = ''): string {
  const line = displayText(text).replace(/\s+/g, ' ').trim()
  return invisible.test(line) ? fallback : line
}

/** The text of a frame, where bidi controls must be seen and not obeyed: they become JSON's own `\u202e`. */
export function displaySource(source: string): string {
  return source
    .toWellFormed()
    .replace(bidiControl, (found) => `\\u${found.charCodeAt(0).toString(16)}`)
    .replace(control, '\ufffd')
}
