import type { Translation } from '../catalogue.ts'
import type { list as english } from '../en/list.ts'

export const list: Translation<typeof english> = {
  'list.pane': 'Eingang',
  'list.name': 'Benachrichtigungen',
  'list.new': '{count, plural, one {# neue} other {# neue}}',
  'list.jump': 'Zur neuesten',
  'list.row': '{type}: {title}',
  'list.row.select': '{row} auswählen',
  'list.pinned': 'Angeheftet',
  'list.foreign.hint': 'Der Typ, den der Server dieser Benachrichtigung gab',
  'list.foreign.none': 'kein Typ',
  'list.failed': 'Der Verlauf konnte nicht gelesen werden',
  'list.failed.again': 'Erneut versuchen',
  'list.filtered': 'Nichts passt zu diesem Filter',
  'list.filtered.all': 'Alle zeigen',
  'list.disconnected': 'Verbinden, um Benachrichtigungen zu sehen',
  'list.disconnected.text': 'Tocsin hört gerade nicht auf seine Quelle.',
  'list.waiting': 'Warten auf die erste Benachrichtigung …',
  'list.waiting.text': 'Sie erscheint hier, sobald der Server sie sendet.',
  'list.unclear': 'Diese Suche wird nicht verstanden',
  'list.unclear.text': 'Was daran falsch ist, steht unter dem Suchfeld.',
  'list.nothing': 'Nichts gefunden',
  'list.nothing.filtered':
    'Nur ein Teil der Benachrichtigungen wurde durchsucht: Filter entfernen oder andere Wörter versuchen.',
  'list.nothing.text': 'Weniger oder andere Wörter versuchen, oder einen Wortanfang mit * dahinter.',
  'list.nothing.search-all': 'In allen suchen',
  'list.nothing.show-all': 'Alle Benachrichtigungen zeigen',
  'list.selected': '{count, plural, one {# ausgewählt} other {# ausgewählt}}',
  'list.selected.tools': 'Ausgewählte Benachrichtigungen',
  'list.selected.hint': '{word} ({key})',
}
