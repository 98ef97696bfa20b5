/** The way through a proxy to a server, without a word to the server yet. */

import { EventEmitter } from 'node:events'
import type { ClientRequest } from 'node:http'
import type { Socket } from 'node:net'
import { createAgent } from './open-socket.ts'
import type { ProxyAgentOptions } from './proxy-agent.ts'
import type { ProxyAddress } from './proxy-choice.ts'

/** @throws ProxyFault */
export async function openTunnel(
  proxy: ProxyAddress,
  server: { readonly host: string; readonly port: number },
  options: ProxyAgentOptions,
): Promise<Socket> {
  const agent = await createAgent(proxy, options)
  const request = new EventEmitter() as ClientRequest // there is none, and its events are all that is used
  return agent.connect(request, { ...server, secureEndpoint: false })
}
