import type { Translation } from '../catalogue.ts'
import type { engineBackground as english } from '../en/engine-background.ts'

export const engineBackground: Translation<typeof english> = {
  'engine-background.ended':
    'Der Thread für Suche und Export ist unerwartet beendet worden: {reason}. Bitte noch einmal versuchen.',
  'engine-background.ended.starts-again':
    'Der Thread für Suche und Export ist unerwartet beendet worden: {reason}. Er startet wieder, wenn er gebraucht wird.',
  'engine-background.ended.rests':
    'Der Thread für Suche und Export ist unerwartet beendet worden: {reason}. Das ist mehrmals geschehen: Er ruht eine Minute.',
  'engine-background.ended.by-itself': 'er endete von selbst mit dem Code {code}',
  'engine-background.barred':
    'Suchen und Exportieren sind innerhalb einer Minute mehrmals fehlgeschlagen. In einer Minute noch einmal versuchen; hält es an, Tocsin neu starten. Das Aktivitätsprotokoll sagt, was schiefging.',
  'engine-background.closing': 'Tocsin wird beendet.',
  'engine-background.index-behind':
    'Der Suchindex konnte nicht nachgeführt werden: {problem}. Es wird alle halbe Minute erneut versucht; bis dahin ist die Suche langsamer.',
}
