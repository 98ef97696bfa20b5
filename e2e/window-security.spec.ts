/** What the window may not do, whatever gets into it. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('no script but our own runs in the window, and no text becomes one', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await test.step('every answer says what its page may not do', async () => {
    const answers = await screen.page.evaluate(() =>
      Promise.all(
        ['/', '/no-such-file', '/..%2f..%2fpackage.json'].map(async (path) => {
          const { status, headers } = await fetch(path)
          return {
            ok: status === 200,
            policy: headers.get('content-security-policy')?.slice(0, 18),
            type: headers.get('x-content-type-options'),
          }
        }),
      ),
    )
    const headers = { policy: "default-src 'none'", type: 'nosniff' }
    expect(answers).toEqual([
      { ok: true, ...headers },
      { ok: false, ...headers },
      { ok: false, ...headers },
    ])
  })

  await test.step('no script but our own runs, and none speaks to others', async () => {
    const violated = await screen.page.evaluate(async () => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.append('window.wasRun = true')
      document.body.append(script)
      const address = 'data:text/javascript,window.wasRun = true'
      await import(address).catch(() => {})
      await fetch('http://elsewhere.example/').catch(() => {})
      const image = new Image()
      await new Promise((resolve) => {
        image.onerror = resolve
        image.src = 'http://elsewhere.example/pixel.png'
      })
      return { seen, wasRun: Reflect.get(window, 'wasRun') }
    })
    expect(violated.wasRun).toBeUndefined()
    expect(new Set(violated.seen)).toEqual(
      new Set(['connect-src', 'img-src', 'require-trusted-types-for', 'script-src-elem']),
    )
  })

  await test.step('no text becomes a script or elements', async () => {
    const outcomes = await screen.page.evaluate(() => {
      const html = '<img src="x" onerror="window.wasRun = true">'
      const element = document.createElement('div')
      document.body.append(element)
      const tries: Readonly<Record<string, () => unknown>> = {
        innerHTML: () => Object.assign(element, { innerHTML: html }),
        insertAdjacentHTML: () => element.insertAdjacentHTML('beforeend', html),
        documentWrite: () => document.write(html),
        handler: () => element.setAttribute('onclick', 'window.wasRun = true'),
        frame: () => Object.assign(document.createElement('iframe'), { srcdoc: html }),
        scriptAddress: () => Object.assign(document.createElement('script'), { src: '/assets/x.js' }),
        policy: () => Reflect.get(window, 'trustedTypes').createPolicy('own', { createHTML: () => html }),
      }
      const went = Object.entries(tries).filter(([, attempt]) => {
        try {
          attempt()
          return true
        } catch {
          return false
        }
      })
      return { went: went.map(([name]) => name), wasRun: Reflect.get(window, 'wasRun') }
    })
    expect(outcomes).toEqual({ went: [] })
  })
})

test("the window's page is our own, reaches nothing else, and is granted nothing", async ({
  start,
  server,
  needs,
}) => {
  // The other host is not told of its environment.
  needs('own-window')
  const app = await start({
    source: server.url,
    // A developer's setting.
    environment: { ELECTRON_RENDERER_URL: 'http://127.0.0.1:1/' },
  })
  const { screen } = app
  await screen.expectConnection('Connected')

  await test.step('a call that is larger than any of ours is refused', async () => {
    const reply = await screen.page.evaluate(() =>
      Reflect.get(window, 'tocsin').invoke('searchNotifications', {
        ...{ query: 'x'.repeat(2_000_000), limit: 10 },
      }),
    )
    expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining('at once') } })
  })

  await test.step('it opens no others', async () => {
    await app.window().evaluate(() => Object.assign(window, { opened: window.open('about:blank') }))
    const isGone = (): Promise<boolean> =>
      app.window().evaluate(() => (Reflect.get(window, 'opened') as Window | null)?.closed ?? true)
    await expect.poll(isGone).toBe(true)
    expect(app.windowCount()).toBe(1)
  })

  await test.step('it goes nowhere else', async () => {
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

  await test.step('it is granted nothing that it could ask for', async () => {
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

  await test.step('a frame inside it has no way to the engine', async () => {
    const found = await screen.page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      return {
        own: 'tocsin' in window,
        inner: frame.contentWindow !== null && 'tocsin' in frame.contentWindow,
      }
    })
    expect(found).toEqual({ own: true, inner: false })
  })
})
