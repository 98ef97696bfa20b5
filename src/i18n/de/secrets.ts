import type { Translation } from '../catalogue.ts'
import type { secrets as english } from '../en/secrets.ts'

export const secrets: Translation<typeof english> = {
  'secrets.not-kept': 'Der Zugriffstoken konnte nicht in {file} aufbewahrt werden: {cause}.',
  'secrets.readable': 'auf diesem Datenträger könnte ihn jeder Benutzer dieses Computers lesen',
  'secrets.weak':
    'Dieser Desktop hat keinen Schlüsselbund, den Tocsin benutzen kann: Der Zugriffstoken wird in einer Datei aufbewahrt, die nur Sie lesen können; wer aber diese Datei bekommt, kann ihn lesen.',
  'secrets.weakly-kept':
    'Ein Zugriffstoken wird in einer Datei aufbewahrt, die nur Sie lesen können; wer aber diese Datei bekommt, kann ihn lesen: Dieser Desktop hatte keinen Schlüsselbund, den Tocsin benutzen konnte. Sobald er einen hat, wird der Token bei der nächsten Benutzung damit versiegelt.',
  'secrets.unreadable':
    'Der Zugriffstoken ist nicht lesbar: Der Schlüsselbund dieses Computers öffnet ihn nicht. Den Schlüsselbund entsperren oder den Token neu eingeben.',
  'secrets.no-keychain':
    'Der Zugriffstoken wurde nicht aufbewahrt: Der Schlüsselbund dieses Computers ist gerade nicht benutzbar. Bitte entsperren und noch einmal versuchen.',
}
