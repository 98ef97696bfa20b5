/** Does the window's memory stay flat through an hour of one notification a second? The page's clock is simulated, the
 * frames and all between the server and the page are real. Wanted: minute 60 within 5 % of minute 10. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { type WebSocket, WebSocketServer } from 'ws'
import { launchChromium, newContext } from './support/chromium.ts'
import { frameOf } from './support/frames.ts'
import { type PageMetrics, watchMetrics } from './support/page-metrics.ts'
import { serveWindow } from './support/served-page.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const minutes = 60
const secondsAMinute = 60
const shownMinutes = [1, 10, 20, 30, 40, 50, 60]

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
await once(server, 'listening')
const { port } = server.address() as AddressInfo // a TCP server has an address of this form
const connected = once(server, 'connection')
const work = temporaryFolder('memory')
const window = await serveWindow(work, `ws://127.0.0.1:${port}`)
const [client] = (await connected) as [WebSocket] // as ws says
const browser = await launchChromium()
const context = await newContext(browser, window, '')
const page = await context.newPage()
const heard = hearings(page)
await page.clock.install()
await page.goto(window.url)
const metrics = await watchMetrics(page)
await page.clock.runFor(1_000)

/** @returns waits until the page has heard of so many notifications */
function hearings(tab: Page): (count: number) => Promise<void> {
  let heardCount = 0
  let check = (): void => {}
  tab.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      heardCount += String(payload).split('"notifications-arrived"').length - 1
      check()
    }),
  )
  return (count) =>
    new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => reject(new Error(`Notification ${count} never came.`)), 10_000)
      check = () => {
        if (heardCount < count) return
        clearTimeout(tooLate)
        resolve()
      }
      check()
    })
}

async function liveThroughMinute(minute: number): Promise<PageMetrics> {
  for (let second = 0; second < secondsAMinute; second++) {
    const number = minute * secondsAMinute + second
    client.send(frameOf(number))
    await heard(number + 1)
    await page.clock.runFor(1_000)
  }
  await metrics.collectGarbage()
  return metrics.read()
}

const held: PageMetrics[] = []
for (let minute = 0; minute < minutes; minute++) held.push(await liveThroughMinute(minute))
await browser.close()
await window.stop()
client.terminate()
server.close()

const after = (minute: number): PageMetrics => {
  const found = held[minute - 1]
  if (found === undefined) throw new Error(`There was no minute ${minute}.`)
  return found
}
for (const minute of shownMinutes) {
  const { heapBytes, nodes, listeners } = after(minute)
  console.log(
    `minute ${String(minute).padStart(2)}: heap ${(heapBytes / 1e6).toFixed(2)} MB, ${nodes} DOM nodes, ${listeners} listeners`,
  )
}
const growth = (of: keyof PageMetrics): string => {
  const percent = (after(60)[of] / after(10)[of] - 1) * 100
  return `${percent < 0 ? '' : '+'}${percent.toFixed(1)} %`
}
console.log(
  `minute 60 against minute 10: heap ${growth('heapBytes')}, DOM nodes ${growth('nodes')}, listeners ${growth('listeners')} (wanted: within 5 %)`,
)
