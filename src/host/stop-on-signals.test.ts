/** In a process of its own, with conf in it, as in both hosts. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'

const program = `
  await import('conf')
  const { stopOnSignals } = await import(${JSON.stringify(new URL('./stop-on-signals.ts', import.meta.url).href)})
  let stops = 0
  stopOnSignals(
    () => {
      stops += 1
      console.log('stopping')
      setTimeout(() => console.log('stored ' + stops), 100)
    },
    () => process.exit(9),
  )
  setInterval(() => {}, 1000)
  console.log('up')
`

async function start() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const said = async (text: string): Promise<void> => {
    while (!output.includes(text)) output += String((await once(child.stdout, 'data'))[0])
  }
  await said('up')
  return { child, said }
}

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s lets the host store first, though a library would kill it',
    async (signal) => {
      const { child, said } = await start()
      child.kill(signal)
      await said('stopping')
      child.kill(signal)
      await said('stored 1')
      expect(child.exitCode).toBeNull()
    },
  )

  it('long after the first hurries', async () => {
    const { child, said } = await start()
    child.kill('SIGTERM')
    await said('stored 1')
    const exited = once(child, 'exit')
    const again = setInterval(() => child.kill('SIGTERM'), 100)
    onTestFinished(() => clearInterval(again))
    expect((await exited)[0]).toBe(9)
  })
})
