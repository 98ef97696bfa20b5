/** Whether a WebSocket connection may be opened: by how many were begun lately, and by how many there are. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Answer } from '../http/answer.ts'
import type { ReadAddress } from './client-address.ts'
import type { ConnectionPlaces } from './connection-places.ts'
import type { RequestLimits } from './request-limits.ts'

export type AdmitUpgrade = (
  request: IncomingMessage,
  wire: Duplex,
  /** `token`: its name; null where none is needed. */
  whose: { readonly clientId: string; readonly token: string | null },
) => Promise<Answer | null>

/** @returns null, and a place is taken until the socket is closed; or what the upgrade is refused with */
export function createAdmitUpgrade(deps: {
  readonly upgrades: RequestLimits
  readonly places: ConnectionPlaces
  readonly readAddress: ReadAddress
}): AdmitUpgrade {
  const { upgrades, places, readAddress } = deps
  return async (request, wire, { clientId, token }) => {
    const admission = await upgrades.admitToken(token, await upgrades.admit(request))
    return admission.ok ? places.take(wire, { clientId, address: readAddress(request) }) : admission.answer
  }
}

/** Those that are not allowed count as well; past the limit they are told so instead. */
export async function countRefusal(
  upgrades: RequestLimits,
  request: IncomingMessage,
  refusal: Answer,
): Promise<Answer> {
  const admission = await upgrades.admit(request)
  return admission.ok ? refusal : admission.answer
}
