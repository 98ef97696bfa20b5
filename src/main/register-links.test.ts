import { expect, it } from 'vitest'
import { registerByBundle, registerByCommand } from './register-links.ts'

function setUp(isPackaged: boolean, isDefault = false) {
  const calls: unknown[] = []
  const app = {
    isPackaged,
    isDefaultProtocolClient: () => isDefault,
    setAsDefaultProtocolClient: (...args: unknown[]) => calls.push(args) > 0,
  }
  return { app, calls }
}

it('on Windows the link comes last, behind a --', () => {
  const installed = setUp(true)
  registerByCommand(installed.app, 'C:\\Tocsin.exe', [])
  const source = setUp(false)
  registerByCommand(source.app, 'C:\\electron.exe', ['C:\\app'])
  expect([installed.calls, source.calls]).toEqual([
    [['tocsin', 'C:\\Tocsin.exe', ['--']]],
    [['tocsin', 'C:\\electron.exe', ['C:\\app', '--']]],
  ])
})

it('macOS knows bundles: run from its source, it would be Electron', () => {
  const [installed, source] = [setUp(true), setUp(false)]
  registerByBundle(installed.app)
  registerByBundle(source.app)
  expect([installed.calls, source.calls]).toEqual([[['tocsin']], []])
})

it('what is so already is left alone', () => {
  const { app, calls } = setUp(true, true)
  registerByCommand(app, 'C:\\Tocsin.exe', [])
  registerByBundle(app)
  expect(calls).toEqual([])
})
