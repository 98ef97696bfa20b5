/** `npm start`: builds what is stale, then runs the `tocsin` command in this very process. */
import { buildIfStale } from './build-if-stale.ts'

try {
  buildIfStale()
  const command = '../out/main/tocsin.js'
  await import(command)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
