import type { Translation } from '../catalogue.ts'
import type { layout as english } from '../en/layout.ts'

export const layout: Translation<typeof english> = {
  'layout.views': 'Ansichten',
  'layout.tab.notifications': 'Benachrichtigungen',
  'layout.tab.statistics': 'Statistik',
  'layout.tab.connection': 'Verbindung',
  'layout.overview': 'Überblick',
  'layout.sidebar': 'Seitenleiste',
  'layout.sidebar.show': 'Seitenleiste einblenden',
  'layout.sidebar.hide': 'Seitenleiste ausblenden',
  'layout.resize.sidebar': 'Breite der Seitenleiste',
  'layout.resize.panel': 'Breite des rechten Bereichs',
  'layout.resize.help':
    'Ziehen oder die Pfeiltasten benutzen. Ein Doppelklick stellt die übliche Breite her.',
  'layout.resize.width': '{width, number} Pixel',
}
