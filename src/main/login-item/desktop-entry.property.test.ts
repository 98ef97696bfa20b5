import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromExec, readDesktopEntry, toExec, writeDesktopEntry } from './desktop-entry.ts'

const argument = fc
  .string({ unit: fc.oneof(fc.constantFrom(...'"`$\\% \n\t\r\';&|<>~#*?()='), fc.string()), maxLength: 20 })
  .filter((text) => !text.includes('\0'))
const program = argument.filter((text) => !text.includes('='))
const commandLine = fc
  .tuple(program, fc.array(argument, { maxLength: 4 }))
  .map(([first, rest]) => [first, ...rest])

describe('a command line in a desktop entry', () => {
  it('is read back as it was, through the file', () => {
    fc.assert(
      fc.property(commandLine, (args) => {
        const { Exec = '', Name } = readDesktopEntry(
          writeDesktopEntry({ Name: 'Tocsin', Exec: toExec(args) }),
        )
        expect(fromExec(Exec)).toEqual(args)
        expect(Name).toBe('Tocsin')
      }),
    )
  })

  it('is one line of text for each key, whatever is in it', () => {
    fc.assert(
      fc.property(argument, (text) => {
        const lines = writeDesktopEntry({ Icon: text, Hidden: 'false' }).split('\n')
        expect(lines).toHaveLength(4)
        expect(readDesktopEntry(lines.join('\n'))['Icon']).toBe(text)
      }),
    )
  })

  // GLib, which most desktops start it with, splits it as a shell does, once the percent signs are single again.
  it('is split by a shell as it was written', () => {
    const args = ['/opt/a b/$HOME/`id`/"q"\\n/100%', '--x=%f %%', "'", '', 'é\\']
    const { Exec = '' } = readDesktopEntry(writeDesktopEntry({ Exec: toExec(args) }))
    const script = `printf '%s\\0' ${Exec.replaceAll('%%', '%')}`
    const said = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
    expect(said.split('\0').slice(0, -1)).toEqual(args)
  })
})

it('the escapes are those of the specification', () => {
  expect(toExec(['/a', '--b c', '100%', '$x', '\\'])).toBe('"/a" "--b c" "100%%" "\\$x" "\\\\"')
  expect(writeDesktopEntry({ Exec: toExec(['/a\\b', '$']) })).toBe(
    '[Desktop Entry]\nExec="/a\\\\\\\\b" "\\\\$"\n',
  )
})

it('a program with an equals sign is refused in a sentence', () => {
  expect(() => toExec(['/a=b/tocsin'])).toThrow(/has a = in its name/)
})

it.each([['/usr/bin/tocsin'], ['"a" b'], ['"a""b"'], ['"a" '], ['"a'], ['']])('%j is not ours', (exec) => {
  expect(fromExec(exec)).toBeNull()
})

it('other groups, comments and translations are passed over', () => {
  const text = '# c\n[Other]\nExec=no\n[Desktop Entry]\n Hidden = true \nName[de]=x\nbad\n[Action]\nExec=no\n'
  expect(readDesktopEntry(text)).toEqual({ Hidden: 'true' })
})
