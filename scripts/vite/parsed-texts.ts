/**
 * Vite plugin: messages with values are parsed while building, so that the window loads no parser of them; and it loads no
 * texts that it never says.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import { normalizePath, type Plugin } from 'vite'
import { isHostSection } from '../../src/i18n/host-sections.ts'
import { isPlainText } from '../../src/i18n/plain-text.ts'

const parser = '@formatjs/icu-messageformat-parser'

/** @param source the folder `src/i18n`, with a folder for each language */
export function parsedTexts(source: string): Plugin {
  const folder = `${normalizePath(source)}/`
  return {
    name: 'tocsin-parsed-texts',
    apply: 'build',
    enforce: 'pre',
    resolveId(wanted, importer) {
      // The same without its parser, which is what is then missing if a text was left unparsed.
      return wanted === parser
        ? this.resolve(`${parser}/no-parser.js`, importer, { skipSelf: true })
        : undefined
    },
    async load(id) {
      const section = sectionOf(id, folder)
      if (section === null) return
      const exported: Readonly<Record<string, object>> = await import(pathToFileURL(join(id)).href)
      return Object.entries(exported)
        .map(
          ([variable, texts]) =>
            `export const ${variable} = ${JSON.stringify(isHostSection(section) ? {} : parsed(texts))}`,
        )
        .join('\n')
    },
  }
}

/** The name of the file of texts that this is; null where it is none. */
function sectionOf(id: string, folder: string): string | null {
  if (!id.startsWith(folder)) return null
  return /^[a-z]{2}\/([a-z-]+)\.ts$/.exec(id.slice(folder.length))?.[1] ?? null
}

const parsed = (section: object): object =>
  Object.fromEntries(Object.entries(section).map(([key, message]) => [key, parsedMessage(String(message))]))

const parsedMessage = (message: string): unknown =>
  isPlainText(message) ? message : parse(message, { ignoreTag: true })
