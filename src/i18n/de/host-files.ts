import type { Translation } from '../catalogue.ts'
import type { hostFiles as english } from '../en/host-files.ts'

export const hostFiles: Translation<typeof english> = {
  'host-files.put-notifications':
    'Eine Datei mit JSON Lines in {folder} legen, dann noch einmal „Importieren“ wählen.',
  'host-files.put-settings':
    'Eine Datei mit Einstellungen von Tocsin, deren Name auf .json endet, in {folder} legen, dann noch einmal „Importieren“ wählen.',
  'host-files.no-folder':
    'Der Ordner {folder} lässt sich nicht anlegen. Bitte selbst anlegen oder dafür sorgen, dass sein Datenträger Platz hat und beschreibbar ist.',
}
