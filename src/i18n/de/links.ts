import type { Translation } from '../catalogue.ts'
import type { links as english } from '../en/links.ts'

export const links: Translation<typeof english> = {
  'links.bad': 'Dieser Link lässt sich nicht öffnen: {why}.',
  'links.long': 'er ist länger als {limit} Zeichen',
  'links.unseen': 'er enthält unsichtbare Zeichen',
  'links.scheme': 'er beginnt nicht mit tocsin://',
  'links.name-or-port': 'er enthält einen Namen oder einen Port',
  'links.unknown': 'er muss für eine Benachrichtigung, eine Suche oder eine Quelle sein',
  'links.notification': 'eine Benachrichtigung hat eine Nummer, wie in tocsin://notification/7',
  'links.search': 'eine Suche hat Wörter, wie in tocsin://search?q=disk',
  'links.search.long': 'seine Suche ist länger als {limit} Zeichen',
  'links.source': 'eine Quelle hat eine Adresse, wie in tocsin://source?url=wss://host',
  'links.source.bad': 'seine Quelle ist keine Adresse, die mit ws:// oder wss:// beginnt',
}
