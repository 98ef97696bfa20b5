/** Whether a setting's new value can be used, past what its schema says: alone, and beside the others. */

import { Refusal } from '../../contract/refusal.ts'
import { type SettingName, type Settings, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { resolveEndpoint } from '../../protocol/endpoint.ts'
import { readCertificates } from '../connection/certificate-file.ts'
import { checkProxySetting } from '../connection/proxy-choice.ts'
import { describeFault } from '../describe-fault.ts'

/**
 * @param next the settings as they would be
 * @throws Refusal with a sentence for people
 */
export function checkSetting(name: SettingName, next: Settings): void {
  const { schema, label } = settingsTable[name]
  const checked = validate(schema, next[name])
  const problem = checked.ok ? describeMisuse(name, next) : `${label} ${checked.problem}.`
  if (problem !== null) throw new Refusal('invalid-setting', problem)
}

function describeMisuse(name: SettingName, next: Settings): string | null {
  switch (name) {
    case 'source':
      return next.source === '' ? null : endpointProblem(next.source, next.clientId)
    case 'clientId':
      return endpointProblem(next.source === '' ? 'ws://127.0.0.1' : next.source, next.clientId)
    case 'proxy':
      return checkProxySetting(next.proxy)
    case 'caFile':
      return next.caFile === '' ? null : fileProblem(next.caFile)
    default:
      return null
  }
}

function endpointProblem(source: string, clientId: string): string | null {
  const endpoint = resolveEndpoint(source, clientId)
  return endpoint.ok ? null : endpoint.problem
}

function fileProblem(caFile: string): string | null {
  try {
    readCertificates(caFile)
    return null
  } catch (error) {
    return describeFault(error)
  }
}
