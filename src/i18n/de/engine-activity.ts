import type { Translation } from '../catalogue.ts'
import type { engineActivity as english } from '../en/engine-activity.ts'

export const engineActivity: Translation<typeof english> = {
  'engine-activity.rejected.binary': 'Ein Frame wurde nicht verstanden: binär.',
  'engine-activity.rejected.empty': 'Ein Frame wurde nicht verstanden: leer.',
  'engine-activity.rejected.not-json': 'Ein Frame wurde nicht verstanden: kein JSON.',
  'engine-activity.rejected.no-object': 'Ein Frame wurde nicht verstanden: kein Objekt.',
  'engine-activity.rejected.unknown': 'Ein Frame wurde nicht verstanden: keine bekannte Nachricht.',
  'engine-activity.not-noted': 'Etwas wurde nicht vermerkt: {cause}',
  'engine-activity.not-resumed':
    'Wie weit der Verlauf reicht, war nicht zu lesen, daher kommen Benachrichtigungen womöglich doppelt: {cause}',
  'engine-activity.upkeep-waits': 'Die Pflege der Daten wartet: {cause}',
  'engine-activity.acknowledgements-wait': 'Quittungen warten: {cause}',
  'engine-activity.internal':
    '{command} ist in Tocsin fehlgeschlagen. Das Protokoll enthält die Einzelheiten.',
}
