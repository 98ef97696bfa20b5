/** The process of the desktop stand-in: runs the built main module as Electron would, with the stand-in for `electron`. */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { answerAsks } from './link.ts'
import { desk, standIn } from './stand-in.ts'

const [appFolder = '', mainModule = '', ...flags] = process.argv.slice(2)
// As the app finds its command line in Electron: the program, the app's folder, the flags.
process.argv.splice(1, process.argv.length, appFolder, ...flags)

const electronModule = new URL('./electron-module.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: electronModule, shortCircuit: true } : next(specifier, context),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, standIn.quit)
answerAsks(standIn.answers)
await import(pathToFileURL(mainModule).href)
// Never before: an app that waits for `ready` in its main module waits forever.
desk.becomeReady()
