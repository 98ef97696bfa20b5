/** Why an address cannot be used, in words. Not: the check itself (`protocol/endpoint.ts`). */
import { type Wording, worded } from '../../i18n/wording.ts'
import type { EndpointProblem } from '../../protocol/endpoint.ts'

/** @param source as a person wrote it */
export function describeEndpointProblem(problem: EndpointProblem, source: string, clientId: string): Wording {
  switch (problem) {
    case 'no-client-id':
      return worded('engine-connection.address.no-client-id')
    case 'dots':
      return worded('engine-connection.address.dots', { clientId })
    case 'no-address':
      return worded('engine-connection.address.no-address', { source })
    case 'fragment':
      return worded('engine-connection.address.fragment', { source })
  }
}
