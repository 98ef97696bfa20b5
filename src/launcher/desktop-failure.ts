/** Why Electron did not come up, in words that say what to do. Pure: read from what it printed and how it ended. */

export type DesktopEnd = {
  readonly stderr: string
  readonly code: number | null
  readonly signal: string | null
  /** It was still running, silently, when its time was over. */
  readonly timedOut: boolean
}

type Symptom = { readonly pattern: RegExp; readonly why: (found: RegExpExecArray) => string }

/** Exit codes differ from one Electron to the next; what it prints hardly does. */
const symptoms: readonly Symptom[] = [
  {
    pattern: /Running as root without --no-sandbox/,
    why: () => 'Electron refuses to run as root. Start it as an ordinary user for the desktop app.',
  },
  {
    pattern: /SUID sandbox helper binary|No usable sandbox|setuid_sandbox_host/,
    why: () =>
      "this system forbids Electron's sandbox. On Ubuntu 24.04 and later allow it with: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0",
  },
  {
    pattern: /error while loading shared libraries: ([^\s:]+)/,
    why: (found) =>
      `the system library ${found[1]} is missing. On Debian or Ubuntu: sudo apt-get install libgtk-3-0 libnss3 libasound2 libgbm1 libnotify4`,
  },
  {
    pattern:
      /Missing X server|Unable to open X display|Failed to connect to Wayland display|platform failed to initialize/,
    why: () => 'the display cannot be opened. Start it from a desktop session for the desktop app.',
  },
  {
    pattern: /spawn \S+ (ENOENT|EACCES)/,
    why: (found) =>
      `Electron's program cannot be started (${found[1]}). Delete node_modules/electron and run npm ci again.`,
  },
]

export function explainDesktopFailure(end: DesktopEnd): string {
  for (const { pattern, why } of symptoms) {
    const found = pattern.exec(end.stderr)
    if (found !== null) return why(found)
  }
  if (end.timedOut)
    return 'the desktop app did not come up in time. Try again, or start it with --host browser.'
  const how = end.signal === null ? `code ${end.code}` : `signal ${end.signal}`
  const lines = end.stderr.trim().split('\n')
  // What Tocsin itself said counts more than the stack below it.
  const said = lines.find((line) => line.startsWith('tocsin: '))?.slice('tocsin: '.length)
  const lastLine = (said ?? lines.at(-1) ?? '').slice(0, 300)
  return `the desktop app ended with ${how}${lastLine === '' ? '' : ` (${lastLine})`}.`
}
