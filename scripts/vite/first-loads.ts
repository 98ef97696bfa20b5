/**
 * Vite plugin: what the first view of the window needs is named by the page, so that it is fetched at once and not when
 * something that is itself awaited asks for it; and it is compiled while it is fetched, not when it is first called.
 */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** v8.dev/blog/explicit-compile-hints; where it is not understood it is a remark. */
const compileHint = '//# allFunctionsCalledOnLoad'

/** @param windowModule the id of what the entry loads */
export function firstLoads(windowModule: string, fontName: RegExp): Plugin {
  return {
    name: 'tocsin-first-loads',
    apply: 'build',
    generateBundle: {
      // After the minifier, which would take it for a remark.
      order: 'post',
      handler(_options, bundle) {
        for (const name of chunksFor(bundle, windowModule)) {
          const chunk = bundle[name]
          if (chunk?.type === 'chunk') chunk.code = `${compileHint}\n${chunk.code}`
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const scripts = chunksFor(bundle, windowModule)
          .filter((name) => !isEntry(bundle, name))
          .map((href) => ({ rel: 'modulepreload', href }))
        const fonts = Object.keys(bundle).filter((name) => fontName.test(name))
        return [
          ...scripts,
          ...fonts.map((href) => ({ rel: 'preload', as: 'font', type: 'font/woff2', href })),
        ].map(
          ({ href, ...rest }): HtmlTagDescriptor => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { ...rest, crossorigin: true, href: `./${href}` },
          }),
        )
      },
    },
  }
}

/** The chunk of a module, with all that it imports. */
function chunksFor(bundle: Bundle, windowModule: string): readonly string[] {
  const chunk = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.moduleIds.includes(windowModule),
  )
  if (chunk === undefined) return []
  const names = new Set([chunk.fileName])
  // A set that grows while it is walked through: what is added is visited too.
  for (const name of names) {
    const found = bundle[name]
    if (found?.type === 'chunk') for (const imported of found.imports) names.add(imported)
  }
  return [...names]
}

/** The page names it already. */
function isEntry(bundle: Bundle, name: string): boolean {
  const chunk = bundle[name]
  return chunk?.type === 'chunk' && chunk.isEntry
}
