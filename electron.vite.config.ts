import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

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
    plugins: [react()],
    build: { minify: true, sourcemap: false, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
})
