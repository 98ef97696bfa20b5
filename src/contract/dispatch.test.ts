import { describe, expect, it, vi } from 'vitest'
import { createContractClient, type Transport } from './client.ts'
import type { CommandHandlers } from './commands.ts'
import { createDispatch } from './dispatch.ts'
import { Refusal } from './refusal.ts'

const handlers: CommandHandlers = {
  getSnapshot: () => {
    throw new Error('the disk is on fire: secret path')
  },
  listNotifications: () => ({ rows: [], hasOlder: false, hasNewer: false }),
  warmSearch: () => ({}),
  countFound: () => ({ counts: [] }),
  getFacets: () => ({ facets: [], isMore: false }),
  getNoiseReport: () => ({ items: [], scanned: 0, since: 0 }),
  getNotification: () => null,
  markAsRead: ({ rowIds }) => ({ markedCount: rowIds.length }),
  markAsUnread: () => ({ markedCount: 'many' }) as never, // a broken handler, for the window's own check
  markAllAsRead: () => ({ markedCount: 'many' }) as never, // a broken handler, for the window's own check
  searchNotifications: () => ({ kind: 'found', rows: [], hasOlder: false, hasNewer: false }),
  setPinned: ({ rowIds }) => ({ changedCount: rowIds.length }),
  deleteNotifications: () => ({ jobId: 1 }),
  deleteFound: () => ({ jobId: 1 }),
  clearHistory: () => ({ jobId: 1 }),
  undoDeletion: () => ({}),
  exportNotifications: () => null,
  importNotifications: () => null,
  cancelJob: () => ({}),
  getStory: () => null,
  noteToastOutcome: () => ({}),
  noteToastActivated: () => ({}),
  noteWatching: () => ({}),
  sendTestNotification: () => ({ rowId: null, steps: [] }),
  setDoNotDisturb: () => ({}),
  snooze: () => ({}),
  endSnooze: () => ({}),
  quit: () => ({}),
  noteOpened: () => ({}),
  getSeries: () => ({ buckets: [] }),
  getStatistics: () => {
    throw new Refusal('unavailable', 'Nothing was measured.')
  },
  setAccessToken: () => ({}),
  connect: () => ({}),
  disconnect: () => ({}),
  retryNow: () => ({}),
  diagnose: () => ({ steps: [], isCancelled: false }),
  cancelDiagnosis: () => ({}),
  resetSettings: () => ({}),
  exportSettings: () => null,
  importSettings: () => null,
  changeSettings: () => {
    throw new Refusal('invalid-setting', 'That address is no address.')
  },
}

describe('dispatch', () => {
  const reportFault = vi.fn()
  const dispatch = createDispatch(handlers, reportFault, (command) => `${command} failed inside.`)

  it('answers a good call', async () => {
    expect(await dispatch('markAsRead', { rowIds: [1, 2] })).toEqual({ ok: true, output: { markedCount: 2 } })
  })

  it.each([
    ['an unknown command', 'deleteEverything', {}, 'unknown-command'],
    ['a name from the prototype', 'constructor', {}, 'unknown-command'],
    ['no command', undefined, {}, 'unknown-command'],
    ['no input', 'markAsRead', undefined, 'bad-input'],
    ['too little', 'markAsRead', { rowIds: [] }, 'bad-input'],
    ['too much', 'listNotifications', { filter: {}, limit: 501 }, 'bad-input'],
    ['a foreign field', 'connect', { force: true }, 'bad-input'],
    ['a frequency out of range', 'changeSettings', { frequencySeconds: 0.5 }, 'bad-input'],
    ['a query without end', 'searchNotifications', { query: 'a'.repeat(1_001), limit: 1 }, 'bad-input'],
    ['an empty access token', 'setAccessToken', { token: '' }, 'bad-input'],
    ['a fraction of a row', 'getNotification', { rowId: 1.5 }, 'bad-input'],
  ])('refuses %s with a code and a sentence', async (_name, command, input, code) => {
    const reply = await dispatch(command, input)
    expect(reply).toMatchObject({ ok: false, error: { code } })
    expect(!reply.ok && reply.error.message.length).toBeGreaterThan(10)
  })

  it("passes a handler's refusal on, and keeps its faults to itself", async () => {
    expect(await dispatch('changeSettings', { theme: 'dark' })).toEqual({
      ok: false,
      error: { code: 'invalid-setting', message: 'That address is no address.' },
    })
    const reply = await dispatch('getSnapshot', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret path')
    expect(reportFault).toHaveBeenCalledOnce()
  })
})

describe('the client', () => {
  const dispatch = createDispatch(handlers, () => {}, String)

  function createClient() {
    const listeners = new Set<(name: unknown, data: unknown) => void>()
    const problems: string[] = []
    const transport: Transport = {
      invoke: dispatch,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
    const send = (name: unknown, data: unknown) => {
      for (const listener of listeners) listener(name, data)
    }
    return {
      client: createContractClient(transport, (problem) => problems.push(problem)),
      send,
      problems,
      listeners,
    }
  }

  it('gives typed answers, and refusals as errors', async () => {
    const { client } = createClient()
    expect(await client.call('markAsRead', { rowIds: [7] })).toEqual({ markedCount: 1 })
    await expect(client.call('changeSettings', { theme: 'dark' })).rejects.toMatchObject({
      code: 'invalid-setting',
    })
  })

  it('refuses an answer that is not as agreed', async () => {
    await expect(createClient().client.call('markAllAsRead', {})).rejects.toMatchObject({
      code: 'bad-answer',
    })
  })

  it('passes good events on, and reports bad ones', () => {
    const { client, send, problems, listeners } = createClient()
    const opened = vi.fn()
    const stop = client.on('notificationOpened', opened)
    send('notificationOpened', { rowId: 3 })
    send('notificationOpened', { rowId: 'three' })
    send('no-such-event', {})
    expect(opened).toHaveBeenCalledExactlyOnceWith({ rowId: 3 })
    expect(problems).toHaveLength(2)
    stop()
    expect(listeners.size).toBe(0)
  })
})
