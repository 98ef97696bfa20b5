/** What the window may not do, whatever gets into it. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('no script but our own runs in the window, and none speaks to others', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const violated = await screen.page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.body.append(script)
    await fetch('http://elsewhere.example/').catch(() => {})
    const image = new Image()
    await new Promise((resolve) => {
      image.onerror = resolve
      image.src = 'http://elsewhere.example/pixel.png'
    })
    return { seen, wasRun: Reflect.get(window, 'wasRun') }
  })
  expect(violated.wasRun).toBeUndefined()
  expect(violated.seen.toSorted()).toEqual(['connect-src', 'img-src', 'script-src-elem'])
})

test('the window opens no others', async ({ start, server, needs }) => {
  needs('own-window')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.window().evaluate(() => Object.assign(window, { opened: window.open('about:blank') }))
  const isGone = (): Promise<boolean> =>
    app.window().evaluate(() => (Reflect.get(window, 'opened') as Window | null)?.closed ?? true)
  await expect.poll(isGone).toBe(true)
  expect(app.windowCount()).toBe(1)
})

test('the window goes nowhere else', async ({ start, server, needs }) => {
  needs('own-window')
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const before = screen.page.url()
  await screen.page.evaluate(() => {
    Object.assign(window, { isSame: true })
    location.href = 'https://elsewhere.example/'
  })
  // A navigation that is prevented says nothing: there has been time for one once the page has done all this.
  for (const word of ['Disconnect', 'Connect', 'Disconnect'] as const) {
    await screen.button(word).click()
    await screen.expectConnection(word === 'Connect' ? 'Connected' : 'Disconnected')
  }
  expect(screen.page.url()).toBe(before)
  expect(await screen.page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true)
})

test('the window is granted nothing that it could ask for', async ({ start, server, needs }) => {
  needs('own-window')
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const answers = await screen.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    location: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('known'),
        () => resolve('denied'),
      )
    }),
  }))
  expect(answers).toEqual({ notifications: 'denied', location: 'denied' })
})

test('a frame inside the window has no way to the engine', async ({ start, server, needs }) => {
  needs('own-window')
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const found = await screen.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return { own: 'tocsin' in window, inner: frame.contentWindow !== null && 'tocsin' in frame.contentWindow }
  })
  expect(found).toEqual({ own: true, inner: false })
})
