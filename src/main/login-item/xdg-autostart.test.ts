import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { autostartPath, createXdgAutostart } from './xdg-autostart.ts'

function setUp(program = { path: '/opt/to csin/tocsin', args: ['--hidden'] }) {
  const home = temporaryFolder()
  const path = autostartPath({}, home, 'tocsin.desktop')
  return { path, item: createXdgAutostart(path, program) }
}

describe('the autostart file', () => {
  it('lies where the specification has it', () => {
    expect(autostartPath({ XDG_CONFIG_HOME: '/x' }, '/h', 't.desktop')).toBe('/x/autostart/t.desktop')
    expect(autostartPath({ XDG_CONFIG_HOME: '' }, '/h', 't.desktop')).toBe('/h/.config/autostart/t.desktop')
  })

  it('is written, and gone again', () => {
    const { item, path } = setUp()
    expect(item.state()).toBe('off')
    item.set(true)
    expect(item.state()).toBe('on')
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      ...['[Desktop Entry]', 'Type=Application', 'Version=1.5', 'Name=Tocsin', 'Comment=Notification centre'],
      ...['Exec="/opt/to csin/tocsin" "--hidden"', 'TryExec=/opt/to csin/tocsin', 'Terminal=false'],
      ...['StartupNotify=false', 'X-GNOME-Autostart-enabled=true', ''],
    ])
    item.set(false)
    item.set(false)
    expect(existsSync(path)).toBe(false)
    expect(item.state()).toBe('off')
  })

  it.each([
    ['X-GNOME-Autostart-enabled=true', 'X-GNOME-Autostart-enabled=false'],
    ['Terminal=false', 'Terminal=false\nHidden=true'],
  ])('that the desktop’s own settings have switched off is off', (before, after) => {
    const { item, path } = setUp()
    item.set(true)
    writeFileSync(path, readFileSync(path, 'utf8').replace(before, after))
    expect(item.state()).toBe('off')
    item.set(true)
    expect(item.state()).toBe('on')
  })

  it.each([['Exec="/opt/old/tocsin" "--hidden"'], ['Exec=tocsin --hidden']])(
    'of another program is seen: %s',
    (exec) => {
      const { item, path } = setUp()
      item.set(true)
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^Exec=.*$/m, exec))
      expect(item.state()).toBe('elsewhere')
    },
  )

  it('that cannot be written is a sentence with its path', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    const path = join(folder, 'file', 'autostart', 'tocsin.desktop')
    const item = createXdgAutostart(path, { path: '/a', args: [] })
    expect(() => item.set(true)).toThrow(/could not be changed: .*tocsin\.desktop cannot be written/)
    expect(item.state()).toBe('off')
  })
})
