/** `npm start`: builds what is stale, then runs the `tocsin` command in this very process. */
import { buildIfStale } from './build-if-stale.ts'
import { stopWithParent } from './stop-with-parent.ts'

try {
  stopWithParent()
  buildIfStale()
  const command = '../out/main/tocsin.js'
  await import(command)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
