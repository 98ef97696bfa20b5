/** Which addresses a name leads to. */
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { worded } from '../../i18n/wording.ts'
import { describeNetwork, type Party } from '../connection/failure-sentences.ts'
import { bad, type Finding, good } from './finding.ts'

/** As `node:dns` does it: what this computer knows of names counts, and not only the network's. */
export type LookUp = (host: string) => Promise<readonly LookupAddress[]>

/** @returns the address itself where the host is one; null for a name */
export function asAddress(host: string): LookupAddress | null {
  const family = isIP(host)
  return family === 0 ? null : { address: host, family }
}

export async function lookUpName(
  host: string,
  party: Party,
  lookUp: LookUp,
): Promise<{ readonly addresses: readonly LookupAddress[]; readonly finding: Finding }> {
  try {
    const addresses = await lookUp(host)
    if (addresses.length === 0)
      return { addresses, finding: bad(describeNetwork('ENOTFOUND', '', party), host) }
    const detail = `${host}: ${addresses.map(({ address }) => address).join(', ')}`
    return {
      addresses,
      finding: good(worded(`engine-diagnosis.dns.${party}`, { count: addresses.length }), detail),
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException // what node:dns rejects with
    return {
      addresses: [],
      finding: bad(describeNetwork(code, message, party), `${host}: ${code || message}`),
    }
  }
}
