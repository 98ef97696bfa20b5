import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ourToastLook } from './our-toast-look.ts'

it("names pictures that the notification service can read: it cannot look into Electron's archive", () => {
  const installed = join('/opt', 'Tocsin', 'resources')
  const path = ourToastLook(join(installed, 'app.asar', 'resources')).iconPath('error')
  expect(path).toBe(join(installed, 'app.asar.unpacked', 'resources', 'types', 'error.png'))
})
