/** Wayland lets a window come to the front only with a token; this gives Electron one that came by D-Bus. */
import { spawn as spawnProcess } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

export type ActivationDeps = {
  /** How this very app is started, on these very data: what it says reaches the running one by the lock. */
  readonly program: { readonly path: string; readonly args: readonly string[] }
  readonly environment: Environment
  readonly spawn?: typeof spawnProcess
}

/**
 * Electron has no call for it. It takes a token from `XDG_ACTIVATION_TOKEN` when it starts, and from a second start,
 * which hands its own over and ends (electron/electron#43481): so a second start is made, and the window is raised when
 * it is heard of. Where windows may raise themselves, nothing is done.
 * @returns to be called with a token, once the window was asked to show
 */
export function createActivation(deps: ActivationDeps): (token: string) => void {
  const { program, environment, spawn = spawnProcess } = deps
  return (token) => {
    if (!environment['WAYLAND_DISPLAY'] || !/^[\x21-\x7e]{1,500}$/.test(token)) return
    const child = spawn(program.path, [...program.args], {
      ...{ stdio: 'ignore', detached: true },
      env: { ...environment, XDG_ACTIVATION_TOKEN: token },
    })
    child.on('error', () => {})
    child.unref()
  }
}
