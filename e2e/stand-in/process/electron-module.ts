/** What `import … from 'electron'` gives the app here: what it uses, by name, and all of it as the default. */
import { standIn } from './stand-in.ts'

export const {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  Tray,
} = standIn.electron

// biome-ignore lint/style/noDefaultExport: electron-store takes Electron by its default export.
export default standIn.electron
