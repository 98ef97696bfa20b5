/** What of Electron the app uses, as Electron declares it: what the stand-in must be, and no more than that. */
import type Electron from 'electron'

type Contents = Pick<Electron.WebContents, 'mainFrame' | 'on' | 'once' | 'send' | 'setWindowOpenHandler'>

type Window = Pick<
  Electron.BrowserWindow,
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'on'
  | 'once'
  | 'restore'
  | 'setOverlayIcon'
  | 'show'
> & { readonly webContents: Contents }

type Session = Pick<
  Electron.Session,
  'on' | 'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
> & { readonly protocol: Pick<Electron.Protocol, 'handle'> }

export type ElectronSubset = {
  readonly app: Pick<
    Electron.App,
    | 'dock'
    | 'exit'
    | 'getAppPath'
    | 'getLoginItemSettings'
    | 'getPath'
    | 'getPreferredSystemLanguages'
    | 'getVersion'
    | 'isDefaultProtocolClient'
    | 'isPackaged'
    | 'on'
    | 'once'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setAppUserModelId'
    | 'setAsDefaultProtocolClient'
    | 'setBadgeCount'
    | 'setDesktopName'
    | 'setLoginItemSettings'
    | 'setPath'
    | 'setToastActivatorCLSID'
    | 'whenReady'
  >
  readonly BrowserWindow: new (options?: Electron.BrowserWindowConstructorOptions) => Window
  readonly dialog: Pick<Electron.Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>
  readonly globalShortcut: Pick<Electron.GlobalShortcut, 'isRegistered' | 'register' | 'unregister'>
  readonly ipcMain: Pick<Electron.IpcMain, 'handle' | 'on' | 'removeAllListeners' | 'removeHandler'>
  readonly Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  readonly nativeImage: Pick<typeof Electron.nativeImage, 'createFromPath'>
  readonly nativeTheme: Pick<
    Electron.NativeTheme,
    'on' | 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'themeSource'
  >
  readonly Notification: Pick<
    typeof Electron.Notification,
    'getHistory' | 'handleActivation' | 'isSupported' | 'remove'
  > &
    (new (
      options?: Electron.NotificationConstructorOptions,
    ) => Pick<Electron.Notification, 'close' | 'id' | 'on' | 'once' | 'show'>)
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on' | 'once'>
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
  >
  readonly screen: Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
  readonly session: { readonly defaultSession: Session }
  readonly Tray: new (
    image: string | Electron.NativeImage,
  ) => Pick<
    Electron.Tray,
    'destroy' | 'isDestroyed' | 'on' | 'once' | 'setContextMenu' | 'setImage' | 'setToolTip'
  >
}
