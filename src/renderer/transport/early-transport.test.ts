import { expect, test } from 'vitest'
import type { Transport } from '../../contract/client.ts'
import { askEarly } from './early-transport.ts'

function hostUnderTest() {
  const calls: string[] = []
  const listeners: ((name: unknown, data: unknown) => void)[] = []
  const watchers: ((isThere: boolean) => void)[] = []
  const transport: Transport = {
    invoke(command) {
      calls.push(command)
      return Promise.resolve(`answer ${calls.length}`)
    },
    subscribe(listener) {
      listeners.push(listener)
      return () => {}
    },
    watchHost(listener) {
      watchers.push(listener)
      return () => {}
    },
  }
  return {
    ...{ calls, transport },
    say(name: string): void {
      for (const listener of listeners) listener(name, null)
    },
    setThere(isThere: boolean): void {
      for (const watcher of watchers) watcher(isThere)
    },
  }
}

test('the snapshot is asked for at once, and given to whoever asks for it first', async () => {
  const { calls, transport } = hostUnderTest()
  const early = askEarly(transport)
  expect(calls).toEqual(['getSnapshot'])
  expect(await early.invoke('getSnapshot', {})).toBe('answer 1')
  expect(await early.invoke('getSnapshot', {})).toBe('answer 2')
})

test('a snapshot from before an interruption is not given', async () => {
  const { transport, setThere } = hostUnderTest()
  const early = askEarly(transport)
  setThere(true)
  setThere(false)
  setThere(true)
  expect(await early.invoke('getSnapshot', {})).toBe('answer 2')
})

test('what is told before anybody listens is told later, in order, and nothing twice', () => {
  const { transport, say } = hostUnderTest()
  const early = askEarly(transport)
  const heard: unknown[] = []
  say('first')
  say('second')
  early.subscribe((name) => heard.push(name))
  expect(heard).toEqual([])
  early.release()
  say('third')
  expect(heard).toEqual(['first', 'second', 'third'])
})

test('a host that fails to answer ends the wait for it', async () => {
  const { transport } = hostUnderTest()
  const early = askEarly({ ...transport, invoke: () => Promise.reject(new Error('gone')) })
  await early.answered
  await expect(early.invoke('getSnapshot', {})).rejects.toThrow('gone')
})
