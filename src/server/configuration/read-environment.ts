/** Reads the environment by the table: `TOCSIN_SERVER_…`. One that is empty is not set, as `FOO=` in a file for containers means. */
import { nameOfVariable, variableOf } from './option.ts'
import { readText } from './read-value.ts'
import { isOptionName, serverOptions } from './server-options.ts'
import type { ReadSettings, Setting } from './setting.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Names the file; no option, since a file cannot name another one. */
export const fileVariable = variableOf('config')

export function readEnvironment(environment: Environment): ReadSettings {
  const settings: Setting[] = []
  for (const [variable, text] of Object.entries(environment)) {
    const name = nameOfVariable(variable)
    if (name === null || variable === fileVariable || isOfKubernetes(variable, text ?? '')) continue
    if (!isOptionName(name) || variable !== variableOf(name)) {
      return { ok: false, problem: `The environment's ${variable} is no option of this server` }
    }
    if (text === undefined || text === '') continue
    const read = readText(serverOptions[name], text, `The environment's ${variable}`)
    if (!read.ok) return read
    settings.push({ name, value: read.value, source: { kind: 'variable', variable } })
  }
  return { ok: true, settings }
}

/**
 * Beside a service that is called `tocsin-server` every pod gets variables like ours, `TOCSIN_SERVER_PORT=tcp://…` among
 * them (Kubernetes: "Accessing the Service", environment variables). They are not meant for us.
 */
const isOfKubernetes = (variable: string, text: string): boolean =>
  /_SERVICE_(HOST|PORT(_.+)?)$/.test(variable) ||
  /_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(variable) ||
  (variable === variableOf('port') && /^(tcp|udp|sctp):\/\//.test(text))
