/** A notification server for tests that lets nobody in without a token. */
import { createManualClock, type ManualClock } from '../../clock/manual-clock.ts'
import { createOrigins } from '../access/origins.ts'
import { createTokenAccess } from '../access/token-access.ts'
import { openTokenKeeper } from '../access/token-keeper.ts'
import { describeEvent } from '../log/server-events.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import { startTestServer, type TestServer } from './test-server.ts'
import { makeTestTokens, type TestTokens, type TokenRights } from './test-tokens.ts'

export type TokenServer = TestServer & {
  readonly tokens: TestTokens
  /** Headers with the token of this name. */
  bearer(name: string): { readonly Authorization: string }
  /** Reads the tokens again, after this is what is in the file. */
  change(rights: Readonly<Record<string, TokenRights>>): void
}

export async function startTokenServer(
  rights: Readonly<Record<string, TokenRights>>,
  options: {
    readonly allowedOrigins?: readonly string[]
    readonly store?: Store
    readonly clock?: ManualClock
    readonly metrics?: Metrics
  } = {},
): Promise<TokenServer> {
  const { allowedOrigins = [], clock = createManualClock(), ...others } = options
  const tokens = makeTestTokens(rights)
  const keeper = openTokenKeeper({
    file: tokens.file,
    clock,
    log: (event) => lines.push(describeEvent(event)),
  })
  const lines: string[] = []
  const access = createTokenAccess({ tokens: keeper, origins: createOrigins(allowedOrigins), clock })
  const running = await startTestServer({ demo: false, clock, access, ...others })
  return {
    ...running,
    get lines() {
      return [...lines, ...running.lines]
    },
    tokens,
    bearer: (name) => ({ Authorization: `Bearer ${tokens.secret(name)}` }),
    change(next) {
      tokens.write(next)
      keeper.reload()
    },
    async [Symbol.asyncDispose]() {
      keeper[Symbol.dispose]()
      await running[Symbol.asyncDispose]()
    },
  }
}
