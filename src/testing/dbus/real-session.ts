/**
 * A desktop session with real parts, for a test: a screen (Xvfb), a message bus of its own (dbus-daemon) and dunst as the
 * notification daemon, where these are installed.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const programs = ['Xvfb', 'dbus-daemon', 'dunst', 'dunstctl', 'xdotool'] as const

function isInstalled(program: string): boolean {
  const { PATH = '' } = process.env
  return PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @returns null where a session can be had; otherwise the reason why not */
export function missingForRealSession(): string | null {
  const missing = programs.filter((program) => !isInstalled(program))
  return missing.length === 0
    ? null
    : `${missing.join(', ')} not installed (apt-get install dunst dbus xvfb xdotool)`
}

export type PrintedNotification = {
  readonly summary: string
  readonly body: string
  readonly icon: string
  readonly urgency: string
  readonly desktopEntry: string
  /** As it is drawn: Pango markup. */
  readonly formatted: string
  /** Key and label; dunst keeps no order. */
  readonly actions: Readonly<Record<string, string>>
}

export type RealSession = AsyncDisposable & {
  readonly address: string
  readonly display: string
  /** What dunst said that it shows, one for each Notify. */
  printed(): readonly PrintedNotification[]
  startDunst(): void
  /** Without warning, as a crash. */
  killDunst(): Promise<void>
  /** From now on the bus starts dunst when it is needed. */
  makeDunstActivatable(): void
  dunstctl(...args: readonly string[]): Promise<string>
  /** A click of that mouse button (1 is the left one) on the toast at the top of the screen. */
  click(button: 1 | 2 | 3): Promise<void>
  /** What will be chosen in dunst's menu of buttons. */
  chooseInMenu(actionKey: string): void
  /** What dunst's menu offered when it was last opened, such as `#Open (Title) [7,open]`. */
  menu(): readonly string[]
  screenshot(path: string): Promise<void>
}

export type RealSessionSetup = {
  /** More lines for the `[global]` section of dunstrc. */
  readonly dunstrc?: readonly string[]
  readonly screen?: string
}

const run = promisify(execFile)

export async function startRealSession(setup: RealSessionSetup = {}): Promise<RealSession> {
  const { dunstrc = [], screen = '800x600x24' } = setup
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-session-'))
  const children = new Set<ChildProcess>()
  const file = (name: string): string => join(folder, name)
  const address = `unix:path=${file('bus')}`
  let dunst: ChildProcess | null = null
  let output = ''

  function start(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = process.env,
  ): ChildProcess {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore', 'pipe'] })
    children.add(child)
    child.on('close', () => children.delete(child))
    return child
  }

  writeFileSync(file('dunstrc'), ['[global]', ...settings(file('menu')), ...dunstrc].join('\n'))
  writeFileSync(file('menu'), menuProgram(file('lines'), file('choice')))
  chmodSync(file('menu'), 0o755)
  writeFileSync(file('bus.conf'), busConfiguration(address, folder))

  const x = start('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'])
  const [number] = await once(x.stdio[3] ?? x, 'data')
  const display = `:${String(number).trim()}`
  const env = { ...process.env, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: address }
  Reflect.deleteProperty(env, 'WAYLAND_DISPLAY')
  const bus = start(
    'dbus-daemon',
    ['--nofork', '--print-address=1', `--config-file=${file('bus.conf')}`],
    env,
  )
  await once(bus.stdout ?? bus, 'data')

  return {
    ...{ address, display },
    printed: () => readPrinted(output),
    startDunst() {
      dunst = start('dunst', ['-print', '-config', file('dunstrc')], env)
      dunst.stdout?.on('data', (bytes: Buffer) => {
        output += bytes.toString()
      })
    },
    async killDunst() {
      dunst?.kill('SIGKILL')
      if (dunst !== null && children.has(dunst)) await once(dunst, 'close')
    },
    makeDunstActivatable() {
      // The bus looks for changes of the folder itself.
      const exec = `/usr/bin/env dunst -config ${file('dunstrc')}`
      writeFileSync(
        file('dunst.service'),
        `[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=${exec}\n`,
      )
    },
    dunstctl: async (...args) => (await run('dunstctl', args, { env })).stdout,
    async click(button) {
      await run('xdotool', ['mousemove', '60', '30', 'click', String(button)], { env })
    },
    menu: () => readFileSync(file('lines'), 'utf8').split('\n'),
    chooseInMenu: (actionKey) => writeFileSync(file('choice'), actionKey),
    async screenshot(path) {
      await run('import', ['-window', 'root', path], { env })
    },
    async [Symbol.asyncDispose]() {
      // A dunst that the bus has started ends without bus and screen.
      const ended = [...children].map((child) => once(child, 'close'))
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(ended)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const settings = (menu: string): readonly string[] => [
  ...['origin = top-left', 'offset = 0x0', 'width = 400', 'font = Sans 11', `dmenu = ${menu}`],
  ...['mouse_left_click = do_action', 'mouse_right_click = context', 'mouse_middle_click = close_current'],
]

/** Instead of dmenu: answers with the line of the button that was chosen before. */
const menuProgram = (lines: string, choice: string): string => `#!/bin/sh
cat > '${lines}'
grep -m 1 ",$(cat '${choice}')]$" '${lines}'
`

const busConfiguration = (address: string, services: string): string =>
  `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <servicedir>${services}</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

/** `dunst -print`: a block in braces for each (dunst's `notification_print`). */
function readPrinted(output: string): readonly PrintedNotification[] {
  return [...output.matchAll(/^\{\n(.*?)^\}$/gms)].map(([, block = '']) => {
    const text = (name: string): string =>
      new RegExp(`^\\t${name}: '?(.*?)'?\\n(?=\\t\\w)`, 'ms').exec(block)?.[1] ?? ''
    const [, actions = ''] = /^\tactions: \{\n(.*?)^\t\}/ms.exec(block) ?? []
    const pairs = [...actions.matchAll(/^\t\t"(.*)": "(.*)"$/gm)].map(([, key = '', label = '']) => [
      key,
      label,
    ])
    return {
      ...{ summary: text('summary'), body: text('body'), icon: text('icon'), urgency: text('urgency') },
      ...{ desktopEntry: text('desktop_entry'), formatted: text('formatted') },
      actions: Object.fromEntries(pairs),
    }
  })
}
