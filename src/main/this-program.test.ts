import { expect, it } from 'vitest'
import { thisProgram } from './this-program.ts'

const facts = { isPackaged: true, execPath: '/opt/tocsin', appFolder: '/opt/app.asar', environment: {} }

it.each([
  [facts, null, { path: '/opt/tocsin', args: [] }],
  [facts, '/d', { path: '/opt/tocsin', args: ['--data-dir=/d'] }],
  [{ ...facts, isPackaged: false }, null, { path: '/opt/tocsin', args: ['/opt/app.asar'] }],
  [
    { ...facts, environment: { APPIMAGE: '/home/a/T.AppImage' } },
    null,
    { path: '/home/a/T.AppImage', args: [] },
  ],
  [
    { ...facts, isPackaged: false, environment: { APPIMAGE: '/home/a/Editor.AppImage' } },
    null,
    { path: '/opt/tocsin', args: ['/opt/app.asar'] },
  ],
])('%j is started with %j', (found, dataDir, program) => {
  expect(thisProgram(found, dataDir)).toEqual(program)
})
