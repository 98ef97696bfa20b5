/** The limits of a server, made from their numbers: what is counted lives here, one for each server. */
import type { BlockList } from 'node:net'
import type { Clock } from '../../clock/clock.ts'
import { createUnsentBytes, type UnsentBytes } from '../delivery/unsent-bytes.ts'
import { type AdmitUpgrade, createAdmitUpgrade } from './admit-upgrade.ts'
import { type BackPressure, createBackPressure } from './back-pressure.ts'
import { createAddressReader } from './client-address.ts'
import { createConnectionPlaces } from './connection-places.ts'
import { createReading } from './reading.ts'
import { createRequestLimits, type RequestLimits } from './request-limits.ts'
import { defaultServerLimits, type ServerLimits } from './server-limits.ts'

export type Limiting = Disposable & {
  readonly limits: ServerLimits
  readonly requests: RequestLimits
  readonly upgrades: RequestLimits
  readonly admitUpgrade: AdmitUpgrade
  readonly unsent: UnsentBytes
  readonly pressure: BackPressure
}

/** @param trustedProxies whose `X-Forwarded-For` counts; null: nobody's */
export function createLimiting(
  clock: Clock,
  chosen: Partial<ServerLimits> = {},
  trustedProxies: BlockList | null = null,
): Limiting {
  const limits = { ...defaultServerLimits, ...chosen }
  const readAddress = createAddressReader(trustedProxies)
  const requests = createRequestLimits({ quota: limits.requests, what: 'requests', readAddress })
  const upgrades = createRequestLimits({ quota: limits.upgrades, what: 'connections', readAddress })
  const places = createConnectionPlaces(limits)
  const unsent = createUnsentBytes(limits.unsentBytes)
  const reading = createReading(clock)
  const { framesPerSecond } = limits
  return {
    limits,
    requests,
    upgrades,
    admitUpgrade: createAdmitUpgrade({ upgrades, places, readAddress }),
    unsent,
    pressure: createBackPressure({ clock, unsent, reading, framesPerSecond }),
    [Symbol.dispose]: reading[Symbol.dispose],
  }
}
