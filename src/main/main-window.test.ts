import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createMainWindow } from './main-window.ts'
import { createWindowMemory } from './window-memory.ts'

const { electron, windows } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  const windows: FakeWindow[] = []

  class FakeWindow extends EventEmitter {
    readonly sent: unknown[] = []
    readonly webContents = Object.assign(new EventEmitter(), {
      send: (_channel: string, name: string, data: unknown) => this.sent.push([name, data]),
    })
    raisedCount = 0
    #isDestroyed = false

    constructor() {
      super()
      windows.push(this)
    }
    loadURL = (): Promise<void> => Promise.resolve()
    isDestroyed = (): boolean => this.#isDestroyed
    isMinimized = (): boolean => false
    isMaximized = (): boolean => false
    getNormalBounds = () => ({ x: 0, y: 0, width: 800, height: 600 })
    show(): void {
      this.raisedCount += 1
    }
    focus(): void {}
    destroy(): void {
      this.#isDestroyed = true
      this.emit('closed')
    }
    /** As the user does, or a quit. */
    close(): void {
      this.emit('close')
      this.destroy()
    }
  }
  const workArea = { x: 0, y: 0, width: 1_920, height: 1_080 }
  const electron = {
    BrowserWindow: FakeWindow,
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getPrimaryDisplay: () => ({ workArea }), getAllDisplays: () => [{ workArea }] },
  }
  return { electron, windows }
})
vi.mock('electron', () => electron)

function setUp() {
  windows.length = 0
  const told: string[] = []
  const window = createMainWindow({
    ...{ root: '/', platformOptions: {}, clock: createManualClock(), activate() {} },
    memory: createWindowMemory(join(temporaryFolder(), 'window.json'), () => {}),
    onLeft: () => told.push('left'),
    onMade: () => told.push('made'),
    onClosed: () => told.push('closed'),
    onSessionEnd: () => told.push('session-end'),
    report: (problem) => expect.unreachable(String(problem)),
  })
  return { told, window, newest: () => windows.at(-1) }
}

const target = { kind: 'notification', rowId: 7 } as const
const opened = ['notificationOpened', { rowId: 7 }]

describe('the window', () => {
  it('that is closed says so, after nobody looks at it any more', () => {
    const { told, window, newest } = setUp()
    window.open(null, null)
    newest()?.close()
    expect(told).toEqual(['made', 'left', 'closed'])
    expect(window.current()).toBeNull()
  })

  it('whose page crashes is gone, was closed by nobody, and is made anew when it is opened', () => {
    const { told, window, newest } = setUp()
    window.open(null, null)
    newest()?.webContents.emit('render-process-gone')
    expect(told).toEqual(['made', 'left'])
    expect(window.current()).toBeNull()
    window.open(null, null)
    expect([windows.length, told.at(-1)]).toEqual([2, 'made'])
  })

  it('tells its page what to show once the page listens, and at once from then on', () => {
    const { window, newest } = setUp()
    window.open(target, null)
    expect(newest()?.sent).toEqual([])
    window.pageListens()
    expect(newest()?.sent).toEqual([opened])
    window.open('settings', null)
    expect(newest()?.sent).toEqual([opened, ['settingsOpened', {}]])
  })

  it('that was closed before its page listened leaves its wish to the next', () => {
    const { window, newest } = setUp()
    window.open(target, null)
    newest()?.close()
    window.pageListens()
    window.open(null, null)
    expect(newest()?.sent).toEqual([])
    window.pageListens()
    expect(newest()?.sent).toEqual([opened])
  })

  it('is raised where it is there, once it has painted', () => {
    const { window, newest } = setUp()
    window.open(null, null)
    window.open(null, null)
    expect(newest()?.raisedCount).toBe(0)
    newest()?.emit('ready-to-show')
    window.open(null, null)
    expect([windows.length, newest()?.raisedCount]).toEqual([1, 2])
  })
})
