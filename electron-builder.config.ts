/** What `npm run package` makes: installers of the desktop app, with Electron's fuses set. */
import { desktopFileName, desktopId } from './src/host/desktop-id.ts'
import { linkScheme } from './src/host/link.ts'

/**
 * What of Electron is switched off, or on, in the program itself, before it is signed (docs/tutorial/fuses.md). Playwright
 * drives Electron by `--inspect`, so end-to-end tests run Electron as npm has it, never a packaged Tocsin. The V8 fuse
 * for WebAssembly is left as it is: electron-builder 26 has no name for it, and Tocsin has no WebAssembly.
 */
const electronFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

export default {
  // One id everywhere. Windows files toasts under it, so it is what src/main/platform/win32.ts says as well.
  appId: desktopId,
  // Not in package.json: there it would rename the data folder, which the browser host shares.
  productName: 'Tocsin',
  copyright: 'MIT License',
  directories: { output: 'dist', buildResources: 'resources' },
  electronFuses,
  asar: true,
  // Pictures are handed to the desktop by their path, and a desktop reads no archives. No code is outside.
  asarUnpack: ['resources/**'],
  files: [
    ...['out/**', 'resources/**', '!out/.built-from', '!resources/icons/**', '!resources/*.plist'],
    // Bundled: loaded from `out` alone.
    '!**/node_modules/typebox/**',
  ],
  // Nothing is native.
  npmRebuild: false,
  extraMetadata: { desktopName: desktopFileName },
  protocols: [{ name: 'Tocsin', schemes: [linkScheme] }],
  linux: {
    target: ['AppImage'],
    executableName: 'tocsin',
    syncDesktopName: true,
    icon: 'resources/app.png',
    category: 'Utility',
  },
  mac: {
    target: ['dmg'],
    icon: 'resources/app.icns',
    category: 'public.app-category.utilities',
    // Toasts and the keychain need a signed bundle; the identity and the notary's key come from the environment.
    hardenedRuntime: true,
    entitlements: 'resources/entitlements.mac.plist',
    entitlementsInherit: 'resources/entitlements.mac.plist',
  },
  win: { target: ['nsis'], icon: 'resources/app.ico' },
  // The shortcut carries the appId. The toasts' activator is written beside it by Electron, at the first run.
  nsis: { oneClick: true, perMachine: false, createStartMenuShortcut: true, deleteAppDataOnUninstall: false },
  publish: null,
}
