/** `npm run server`: the notification server alone, from source: Node 24 runs TypeScript as it is. */
import { stopWithParent } from './stop-with-parent.ts'

stopWithParent()
await import('../src/server/cli.ts')
