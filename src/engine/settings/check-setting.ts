/** Whether a setting's new value can be used, past what its schema says: alone, and beside the others. */

import type { SavedSearch } from '../../contract/saved-search.ts'
import { type SettingName, type Settings, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { resolveEndpoint } from '../../protocol/endpoint.ts'
import { readCertificates } from '../connection/certificate-file.ts'
import { describeEndpointProblem } from '../connection/endpoint-problem.ts'
import { checkProxySetting } from '../connection/proxy-choice.ts'
import { describeFault } from '../describe-fault.ts'
import { WordedRefusal } from '../worded-error.ts'

/**
 * @param next the settings as they would be
 * @throws WordedRefusal
 */
export function checkSetting(name: SettingName, next: Settings): void {
  const { schema } = settingsTable[name]
  const checked = validate(schema, next[name])
  const problem = checked.ok ? describeMisuse(name, next) : describeInvalid(name, checked.problem)
  if (problem !== null) throw new WordedRefusal('invalid-setting', problem)
}

/** @param problem in the schema's own words */
export const describeInvalid = (name: SettingName, problem: string): Wording =>
  worded('engine-settings.invalid', { label: worded(`settings-table.${name}.label`), problem })

function describeMisuse(name: SettingName, next: Settings): Wording | null {
  switch (name) {
    case 'source':
      return next.source === '' ? null : endpointProblem(next.source, next.clientId)
    case 'clientId':
      return endpointProblem(next.source === '' ? 'ws://127.0.0.1' : next.source, next.clientId)
    case 'proxy':
      return checkProxySetting(next.proxy)
    case 'caFile':
      return next.caFile === '' ? null : fileProblem(next.caFile)
    case 'savedSearches':
      return nameProblem(next.savedSearches)
    default:
      return null
  }
}

/** People tell them apart by their names, and not by capitals or spaces in them. */
function nameProblem(searches: readonly SavedSearch[]): Wording | null {
  const taken = new Set<string>()
  for (const { name } of searches) {
    const heard = name.trim().toLowerCase()
    if (heard === '') return worded('engine-settings.search-name.empty')
    if (taken.has(heard)) return worded('engine-settings.search-name.taken', { name: name.trim() })
    taken.add(heard)
  }
  return null
}

function endpointProblem(source: string, clientId: string): Wording | null {
  const endpoint = resolveEndpoint(source, clientId)
  return endpoint.ok ? null : describeEndpointProblem(endpoint.problem, source, clientId)
}

function fileProblem(caFile: string): Wording | null {
  try {
    readCertificates(caFile)
    return null
  } catch (error) {
    return describeFault(error)
  }
}
