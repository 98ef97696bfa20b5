import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import { defineConfig } from 'electron-vite'
import { normalizePath } from 'vite'
import { checkedAhead } from './scripts/vite/checked-ahead.ts'
import { firstLoads } from './scripts/vite/first-loads.ts'
import { parsedTexts } from './scripts/vite/parsed-texts.ts'
import { windowChunks } from './scripts/vite/window-chunks.ts'

const source = join(import.meta.dirname, 'src')
const entry = normalizePath(join(source, 'renderer', 'main.ts'))
const firstView = normalizePath(join(source, 'renderer', 'open-window.tsx'))

/**
 * Three bundles: `out/main` (everything that runs on Node, in Electron or without it),
 * `out/preload` (one CommonJS file, as a sandboxed preload must be) and `out/renderer`.
 */
export default defineConfig({
  main: {
    build: {
      // Bundled, so that what they have beyond our use is left out: loaded whole, the first costs 20 MB, and the second
      // stops the event loop for more than 50 ms.
      externalizeDeps: { exclude: ['typebox', '@jellybrick/dbus-next'] },
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          tocsin: 'src/launcher/index.ts',
          'tocsin-server': 'src/server/cli.ts',
          'server-store-worker': 'src/server/store/sqlite/worker.ts',
          'background-worker': 'src/engine/background/worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [
      checkedAhead(source),
      parsedTexts(join(source, 'i18n')),
      firstLoads(firstView, /inter-latin-wght-normal.*\.woff2$/),
      preact(),
    ],
    build: {
      minify: true,
      sourcemap: false,
      // All of it is small; what opens later finds its looks already there.
      cssCodeSplit: false,
      // What comes later has been loaded by the time that it is wanted.
      modulePreload: false,
      rolldownOptions: {
        input: 'src/renderer/index.html',
        output: { codeSplitting: { groups: windowChunks(entry, firstView) } },
      },
    },
  },
})
