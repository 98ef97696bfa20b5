/** The looks at the way to a server, in order: each goes on where the one before it has come to. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { buildConfiguration } from '../../protocol/client-message.ts'
import { frequencySeconds } from '../../protocol/limits.ts'
import { describeError } from '../connection/failure.ts'
import { describeNetwork } from '../connection/failure-sentences.ts'
import { createSocketOpener } from '../connection/open-socket.ts'
import { openTunnel } from '../connection/open-tunnel.ts'
import { trustedCertificates } from '../connection/trusted-certificates.ts'
import { WordedError } from '../worded-error.ts'
import type { Check } from './check.ts'
import { findWay, type Way } from './find-way.ts'
import { bad, both, doubtful, type Finding } from './finding.ts'
import type { HiddenSecrets } from './hidden-secrets.ts'
import { inspectCertificate } from './inspect-certificate.ts'
import { judgeFrame, judgeLiveFrame, judgeLiveUpgrade, judgeSilence, judgeUpgrade } from './judge-probe.ts'
import { asAddress, type LookUp, lookUpName } from './look-up-name.ts'
import { openProbe, type Probe } from './probe.ts'
import { type ConnectTcp, reachAddresses } from './reach-addresses.ts'
import type { Subject } from './subject.ts'

export type NetworkDeps = {
  readonly clock: Clock
  /** Absent: the computer's own. */
  readonly lookUp?: LookUp
  /** Absent: Node's own. */
  readonly connectTcp?: ConnectTcp
}

export type NetworkChecks = {
  readonly checks: readonly Check[]
  /** Lets go of the socket. @param isHurried does not wait for the server's goodbye */
  end(isHurried: boolean): void
}

export function createNetworkChecks(
  { clock, lookUp = lookUpAll, connectTcp = connect }: NetworkDeps,
  subject: Subject,
  secrets: HiddenSecrets,
): NetworkChecks {
  let way: Way | null = null
  let addresses: readonly LookupAddress[] = []
  let reached: LookupAddress | null = null
  let probe: Probe | null = null

  /** Checks on the way are not asked once one of them has found something bad. */
  function onward(): Way {
    if (way === null) throw new Error('The address was not looked at.')
    return way
  }

  /** Where the server would take us for the connection in use, that one is asked, and no other opened. */
  const liveInstead = () => {
    const inUse = onward().isSeparate ? null : subject.inUse()
    return inUse?.isLive === true ? inUse : null
  }

  async function shakeHands({ first, server, proxy, settings }: Way, signal: AbortSignal): Promise<Finding> {
    const warnings: Wording[] = []
    const ca = trustedCertificates(settings, (warning) => warnings.push(warning))
    const socket =
      proxy === null
        ? connectTcp({ host: reached?.address ?? first.host, port: first.port })
        : await openTunnel(proxy, server, { ca, signal }).catch(explain)
    const destroy = (): Socket => socket.destroy()
    if (signal.aborted) destroy()
    signal.addEventListener('abort', destroy, { once: true })
    const found = await inspectCertificate({ socket, host: server.host, ca }, clock.now())
    const [warning] = warnings
    return found.outcome === 'good' && warning !== undefined
      ? doubtful(both(found.text, warning), found.detail)
      : found
  }

  function explain(fault: Error): never {
    throw new WordedError(describeError(fault, clock.now()).reason, { cause: fault })
  }

  async function upgrade({ url, settings, token, isSeparate }: Way, signal: AbortSignal): Promise<Finding> {
    const opening = await openProbe({
      ...{ clock, url },
      openSocket: createSocketOpener({
        settings: () => settings,
        accessToken: () => Promise.resolve(token),
        // Said by the checks before.
        warn: () => {},
      }),
      // The quickest there is, so that something comes in time; as ever where the server takes us for ourselves.
      configuration: buildConfiguration(isSeparate ? frequencySeconds.min : settings.frequencySeconds),
    })
    if (signal.aborted) opening.terminate()
    probe = opening
    return judgeUpgrade(await opening.opened, isSeparate ? subject.inUse() : null)
  }

  /** To our own socket, or to what the connection in use has heard. */
  async function listen(): Promise<Finding> {
    if (probe !== null) return judgeFrame(await probe.heard)
    return judgeLiveFrame(subject.inUse()?.lastFrameAt ?? null, clock.now())
  }

  const checks: readonly Check[] = [
    {
      check: 'address',
      isOnTheWay: true,
      applies: () => true,
      late: () => bad(worded('engine-diagnosis.address.late')),
      async look() {
        const found = await findWay(subject, secrets)
        way = found.way
        const address = asAddress(way?.first.host ?? '')
        if (address !== null) addresses = [address]
        return found.finding
      },
    },
    {
      check: 'dns',
      isOnTheWay: true,
      applies: () => way === null || asAddress(way.first.host) === null,
      late: () => bad(worded('engine-diagnosis.dns.late'), onward().first.host),
      async look() {
        const { host, party } = onward().first
        const found = await lookUpName(host, party, lookUp)
        addresses = found.addresses
        return found.finding
      },
    },
    {
      check: 'tcp',
      isOnTheWay: true,
      applies: () => true,
      late: () => bad(describeNetwork('ETIMEDOUT', '', onward().first.party)),
      async look(signal) {
        const found = await reachAddresses({ clock, connectTcp }, addresses, onward().first, signal)
        reached = found.reached
        return found.finding
      },
    },
    {
      check: 'tls',
      isOnTheWay: true,
      applies: () => way === null || way.usesTls,
      late: () => bad(worded('engine-diagnosis.tls.late')),
      look: (signal) => shakeHands(onward(), signal),
    },
    {
      check: 'upgrade',
      isOnTheWay: true,
      applies: () => true,
      late: () => bad(worded('engine-diagnosis.upgrade.late')),
      look(signal) {
        const live = liveInstead()
        return live === null ? upgrade(onward(), signal) : judgeLiveUpgrade(live, clock.now())
      },
    },
    {
      check: 'first-frame',
      isOnTheWay: true,
      applies: () => true,
      late: () => judgeSilence(subject.inUse(), clock.now()),
      look: listen,
    },
  ]

  return {
    checks,
    end(isHurried) {
      if (isHurried) probe?.terminate()
      else probe?.close()
    },
  }
}

const lookUpAll: LookUp = (host) => lookup(host, { all: true })
