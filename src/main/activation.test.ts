import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { type ActivationDeps, createActivation } from './activation.ts'

function setUp(environment: Readonly<Record<string, string>>) {
  const starts: unknown[] = []
  const spawn = ((path: string, args: readonly string[], options: { readonly env: object }) => {
    starts.push({ path, args, env: options.env })
    return Object.assign(new EventEmitter(), { unref: () => {} })
  }) as unknown as NonNullable<ActivationDeps['spawn']> // the one form of it that is used
  const program = { path: '/tocsin', args: ['--data-dir=/d'] }
  return { starts, activate: createActivation({ program, environment, spawn }) }
}

it('on Wayland a token is handed over by a second start', () => {
  const { starts, activate } = setUp({ WAYLAND_DISPLAY: 'wayland-0' })
  activate('gnome-shell/x/1_TIME2')
  const env = { WAYLAND_DISPLAY: 'wayland-0', XDG_ACTIVATION_TOKEN: 'gnome-shell/x/1_TIME2' }
  expect(starts).toEqual([{ path: '/tocsin', args: ['--data-dir=/d'], env }])
})

it('on X11, and for what is no token, nothing is started', () => {
  const x11 = setUp({ DISPLAY: ':0' })
  x11.activate('token')
  const wayland = setUp({ WAYLAND_DISPLAY: 'wayland-0' })
  for (const token of ['', 'a b', 'a\n', 'x'.repeat(501)]) wayland.activate(token)
  expect([x11.starts, wayland.starts]).toEqual([[], []])
})
