/** What of Electron the app uses, as Electron declares it: what the stand-in must be, and no more than that. */
import type Electron from 'electron'

type Contents = Pick<Electron.WebContents, 'mainFrame' | 'on' | 'once' | 'send' | 'setWindowOpenHandler'>

type Window = Pick<
  Electron.BrowserWindow,
  | 'destroy'
  | 'focus'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'on'
  | 'once'
  | 'restore'
  | 'show'
> & { readonly webContents: Contents }

type Session = Pick<
  Electron.Session,
  'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
> & { readonly protocol: Pick<Electron.Protocol, 'handle'> }

export type ElectronSubset = {
  readonly app: Pick<
    Electron.App,
    | 'exit'
    | 'getPath'
    | 'getVersion'
    | 'on'
    | 'once'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setAppUserModelId'
    | 'setDesktopName'
    | 'setPath'
    | 'whenReady'
  >
  readonly BrowserWindow: new (options?: Electron.BrowserWindowConstructorOptions) => Window
  readonly dialog: Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly ipcMain: Pick<Electron.IpcMain, 'handle' | 'on' | 'removeHandler'>
  readonly Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  readonly nativeTheme: Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
  readonly Notification: Pick<typeof Electron.Notification, 'isSupported'> &
    (new (
      options?: Electron.NotificationConstructorOptions,
    ) => Pick<Electron.Notification, 'close' | 'on' | 'once' | 'show'>)
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on' | 'once'>
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
  >
  readonly session: { readonly defaultSession: Session }
  readonly Tray: new (
    image: string | Electron.NativeImage,
  ) => Pick<Electron.Tray, 'isDestroyed' | 'on' | 'once' | 'setContextMenu' | 'setImage' | 'setToolTip'>
}
