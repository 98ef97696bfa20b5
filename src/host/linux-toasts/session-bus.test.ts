import { once } from 'node:events'
import { symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { findSessionBus, usableBusAddresses } from './session-bus.ts'

describe('the session’s bus', () => {
  it('is the one that the environment names', () => {
    const address = 'unix:abstract=/tmp/dbus-x,guid=1'
    const environment = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: '/run/user/1000' }
    expect(findSessionBus(environment, () => true)).toBe(address)
  })

  it('is else the socket of the runtime folder, if that is one', async () => {
    const XDG_RUNTIME_DIR = join(temporaryFolder(), 'of:me')
    expect(findSessionBus({ XDG_RUNTIME_DIR })).toBeNull()
    const folder = temporaryFolder()
    const path = join(folder, 'bus')
    writeFileSync(path, '')
    expect(findSessionBus({ XDG_RUNTIME_DIR: folder, DBUS_SESSION_BUS_ADDRESS: '' })).toBeNull()
    const other = temporaryFolder()
    const server = createServer().listen(join(other, 'bus'))
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    expect(findSessionBus({ XDG_RUNTIME_DIR: other })).toBe(`unix:path=${other}/bus`)
  })

  // A loop of links is refused to everybody; a folder of another user's only to those who are not root.
  it('is none where the socket cannot be looked at', () => {
    const folder = temporaryFolder()
    symlinkSync('bus', join(folder, 'bus'))
    expect(findSessionBus({ XDG_RUNTIME_DIR: folder })).toBeNull()
  })

  it('is not to be had without either: a display alone is not asked', () => {
    expect(findSessionBus({ DISPLAY: ':0', HOME: '/home/me' })).toBeNull()
  })
})

describe('an address', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', ['unix:path=/run/user/1000/bus']],
    ['unix:guid=12,path=/tmp/a%20b,x=y', ['unix:path=/tmp/a b']],
    ['unix:abstract=/tmp/dbus-aB3', ['unix:abstract=/tmp/dbus-aB3']],
    ['tcp:host=localhost,port=1;unix:path=/a;unix:path=/b', ['unix:path=/a', 'unix:path=/b']],
    ['unix:path=/a;;', ['unix:path=/a']],
  ])('%s is used as %j', (address, usable) => {
    expect(usableBusAddresses(address)).toEqual(usable)
  })

  it.each([
    'autolaunch:',
    'launchd:env=DBUS_LAUNCHD_SESSION_BUS_SOCKET',
    'unixexec:path=sh,arg1=-c,arg2=id',
    'tcp:host=localhost,port=4242',
    'unix:tmpdir=/tmp',
    'unix:runtime=yes',
    'unix:path=',
    'unix:path=/run/%3A0/bus',
    'unix:path=%E0%A4%A',
    'unix',
    'nonsense',
    '',
  ])('%j is refused', (address) => {
    expect(usableBusAddresses(address)).toEqual([])
  })

  it('of a folder with a character that the client library cannot be told is refused, not cut short', () => {
    expect(usableBusAddresses(findSessionBus({ XDG_RUNTIME_DIR: '/run/a;b' }, () => true) ?? '')).toEqual([])
    expect(usableBusAddresses(findSessionBus({ XDG_RUNTIME_DIR: '/run/ä b' }, () => true) ?? '')).toEqual([
      'unix:path=/run/ä b/bus',
    ])
  })
})
