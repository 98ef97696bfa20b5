import type { Translation } from '../catalogue.ts'
import type { nativeToasts as english } from '../en/native-toasts.ts'

export const nativeToasts: Translation<typeof english> = {
  'native-toasts.macos':
    'macOS zeigt keine Mitteilungen von Tocsin. Bitte in Systemeinstellungen > Mitteilungen > Tocsin erlauben. Steht Tocsin dort nicht in der Liste, ist diese Kopie nicht signiert, und macOS zeigt nichts von ihr: eine signierte installieren.',
  'native-toasts.macos.says': '{problem} Es meldet: {error}',
  'native-toasts.windows.off':
    'Windows zeigt keine Benachrichtigungen von Tocsin: Sie sind ausgeschaltet. Bitte in Einstellungen > System > Benachrichtigungen einschalten.',
  'native-toasts.windows.no-service':
    'Der Benachrichtigungsdienst von Windows antwortet nicht, daher werden keine Toasts gezeigt. Bitte den Computer neu starten.',
  'native-toasts.windows.unknown':
    'Windows lässt diese Kopie von Tocsin keine Benachrichtigungen zeigen: Ihr Eintrag im Startmenü fehlt. Tocsin neu starten; hilft das nicht, neu installieren.',
  'native-toasts.windows.failed': 'Windows hat ihn nicht gezeigt: {error}',
}
