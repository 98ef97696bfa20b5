/** Reads the XML of a Windows toast as far as Tocsin writes it, and refuses what is not well-formed, as Windows does. */

export type ReadToast = {
  readonly texts: readonly string[]
  readonly iconPath: string
  readonly isSilent: boolean
  /** What a click on the toast itself hands over. */
  readonly launch: string
  readonly buttons: readonly { readonly label: string; readonly args: string }[]
}

type Attributes = Readonly<Record<string, string>>
type Element = { readonly name: string; readonly attributes: Attributes; text: string }

const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const attribute = /([A-Za-z][\w-]*)="([^"]*)"/g
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** @throws SyntaxError where it is not well-formed */
export function readToastXml(xml: string): ReadToast {
  const elements = readElements(xml)
  const find = (name: string): Attributes => elements.find((each) => each.name === name)?.attributes ?? {}
  if (elements[0]?.name !== 'toast') throw new SyntaxError('The root is no toast.')
  return {
    texts: elements.filter(({ name }) => name === 'text').map(({ text }) => text),
    iconPath: find('image')['src'] ?? '',
    isSilent: find('audio')['silent'] === 'true',
    launch: find('toast')['launch'] ?? '',
    buttons: elements
      .filter(({ name }) => name === 'action')
      .map(({ attributes }) => ({
        label: attributes['content'] ?? '',
        args: attributes['arguments'] ?? '',
      })),
  }
}

function readElements(xml: string): readonly Element[] {
  if (notXml.test(xml)) throw new SyntaxError('A character that XML does not know.')
  const elements: Element[] = []
  const open: Element[] = []
  for (const found of readTokens(xml)) {
    const [, slash, name = '', attributes = '', isEmpty, text] = found
    if (open.length === 0 && elements.length > 0) throw new SyntaxError('More than one root.')
    if (text !== undefined) addText(open.at(-1), text)
    else if (slash === '/') mustClose(open.pop(), name)
    else {
      const element = { name, attributes: readAttributes(attributes), text: '' }
      elements.push(element)
      if (isEmpty !== '/') open.push(element)
    }
  }
  if (open.length > 0) throw new SyntaxError('It is not closed.')
  return elements
}

function* readTokens(xml: string): Generator<RegExpExecArray> {
  token.lastIndex = 0
  let at = 0
  while (at < xml.length) {
    const found = token.exec(xml)
    if (found === null) throw new SyntaxError(`Not XML at ${at}.`)
    at = token.lastIndex
    yield found
  }
}

function mustClose(element: Element | undefined, name: string): void {
  if (element?.name !== name) throw new SyntaxError(`</${name}> closes nothing.`)
}

function addText(element: Element | undefined, text: string): void {
  if (element === undefined) throw new SyntaxError('Text outside of the root.')
  element.text += decode(text)
}

const readAttributes = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, decode(value)]))

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(\w*;?)/g, (_all, entity: string) => {
    const character = characters[entity.replace(/;$/, '')]
    if (character === undefined || !entity.endsWith(';')) throw new SyntaxError(`&${entity} is no entity.`)
    return character
  })
}
