/** `npm run build`: the whole program into `out`, where it is stale. */
import { buildIfStale } from './build-if-stale.ts'

buildIfStale()
