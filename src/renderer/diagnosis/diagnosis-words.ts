/** What a diagnosis came to, in one sentence, and its report for whoever helps. Pure. */
import type { DiagnosisStep } from '../../contract/diagnosis.ts'
import type { Capabilities } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { displayLine, displayText } from '../text/display-text.ts'
import { spanWords } from '../time/span-words.ts'

type Outcome = DiagnosisStep['outcome']

export function verdict(
  { t }: I18n,
  steps: readonly DiagnosisStep[],
  isCancelled: boolean,
): { readonly tone: Outcome; readonly words: string } {
  const count = (outcome: Outcome): number => steps.filter((step) => step.outcome === outcome).length
  const [bad, doubtful] = [count('bad'), count('doubtful')]
  if (bad + doubtful > 0)
    return { tone: bad > 0 ? 'bad' : 'doubtful', words: t('diagnosis.found', { bad, doubtful }) }
  if (isCancelled) return { tone: 'unknown', words: t('diagnosis.cancelled') }
  return count('unknown') > 0
    ? { tone: 'unknown', words: t('diagnosis.unsure') }
    : { tone: 'good', words: t('diagnosis.all-well') }
}

export type ReportFacts = {
  readonly capabilities: Pick<Capabilities, 'version' | 'host' | 'platform'>
  /** The browser, as it calls itself. */
  readonly agent: string
  /** Without secrets. */
  readonly source: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly isCancelled: boolean
}

/** Plain text, as it can stand in a mail or an issue. */
export function reportText(i18n: I18n, steps: readonly DiagnosisStep[], facts: ReportFacts): string {
  const { t } = i18n
  const head = [
    t('diagnosis.report.title', facts.capabilities),
    t('diagnosis.report.at', { at: new Date(facts.at).toISOString() }),
    t('diagnosis.report.source', { source: displayLine(facts.source) }),
    t('diagnosis.report.page', { agent: facts.agent }),
    verdict(i18n, steps, facts.isCancelled).words,
  ]
  return [...head, '', ...steps.flatMap((step) => reportStep(i18n, step)), ''].join('\n')
}

function reportStep(i18n: I18n, { check, outcome, text, detail, tookMs }: DiagnosisStep): readonly string[] {
  const { t } = i18n
  const name = `${t(`diagnosis.check.${check}`)} (${spanWords(i18n, tookMs)})`
  const lines = detail === null ? [] : displayText(detail).split('\n')
  return [
    `[${t(`diagnosis.outcome.${outcome}`)}] ${name}: ${displayLine(text)}`,
    ...lines.map((line) => `    ${line}`),
  ]
}
