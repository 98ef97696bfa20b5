/** `npm run dev`: the app with hot reload, in Electron where it can run and in the browser host elsewhere. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import { createServer } from 'vite'
import { hasDisplay } from '../src/host/display.ts'
import { parseFlags } from '../src/host/flags.ts'
import { platformName } from '../src/host/platform-name.ts'
import { chooseHost } from '../src/launcher/choose-host.ts'
import { findElectronBinary, findElectronPackage } from '../src/launcher/electron-binary.ts'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const vitePort = 5173

/** electron-vite rebuilds main and preload as they change, and reloads the window. */
function developDesktop(binary: string): ChildProcess {
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return spawn(process.execPath, [cli, 'dev', '--watch', '--', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: binary },
  })
}

/** Vite serves the window; Node restarts the host from source as it changes. */
async function developBrowser(): Promise<ChildProcess> {
  const server = await createServer({
    configFile: false,
    root: join(root, 'src', 'renderer'),
    plugins: [preact()],
    // The page comes from the host's own port, its modules' updates from here.
    server: {
      host: '127.0.0.1',
      port: vitePort,
      strictPort: true,
      hmr: { host: '127.0.0.1', clientPort: vitePort },
    },
  })
  await server.listen()
  const watched = ['browser', 'clock', 'contract', 'engine', 'host', 'launcher', 'protocol', 'server']
  const watch = watched.map((folder) => `--watch-path=${join(root, 'src', folder)}`)
  return spawn(
    process.execPath,
    [...watch, join(root, 'src', 'launcher', 'index.ts'), '--host', 'browser', ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ELECTRON_RENDERER_URL: `http://127.0.0.1:${vitePort}/` },
    },
  )
}

async function develop(): Promise<ChildProcess> {
  const parsed = parseFlags(args)
  const wished = parsed.kind === 'run' ? parsed.flags.host : null
  const isRoot = process.getuid?.() === 0
  const choice = chooseHost(wished, {
    platform: platformName,
    hasDisplay: hasDisplay(platformName, process.env),
    isRoot,
  })
  const electron = findElectronPackage(root)
  const binary = electron === null ? null : findElectronBinary(electron)
  if (choice.host === 'desktop' && binary !== null) return developDesktop(binary)
  const why =
    choice.host === 'browser' ? choice.why : 'Electron is not here yet. Run npm start once to fetch it.'
  if (why !== null) process.stdout.write(`Using the browser instead of the desktop: ${why}\n`)
  return developBrowser()
}

const child = await develop()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
