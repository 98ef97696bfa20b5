/** A window of the stand-in: a page in a real browser, with the app's preload, files and answers. */
import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Page, Route } from '@playwright/test'
import type { FramePlace } from '../messages.ts'
import { isAppPage, toAppAddress, toPageAddress } from './app-address.ts'
import { type PreloadWorld, preloadScript } from './preload-world.ts'
import type { StandInProcess } from './stand-in-process.ts'

export const world: PreloadWorld = { binding: 'standInInvoke', inbox: 'standInDeliver' }

/** Some of those that pages ask for: Chromium's name, and Electron's. */
const permissions = new Map([
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
])

export type WindowPage = {
  readonly page: Page
  load(url: string): Promise<void>
  deliver(channel: string, args: readonly unknown[]): void
}

type Deps = {
  readonly context: BrowserContext
  readonly windowId: number
  readonly preloadPath: string
  readonly ask: StandInProcess['ask']
  /** Resolves once all that the app has said so far has been followed. */
  settled(): Promise<void>
  onProblem(problem: unknown): void
}

export async function openWindowPage(deps: Deps): Promise<WindowPage> {
  const { context, windowId, ask, settled } = deps
  await grantPermissions(deps)
  const page = await context.newPage()
  const placeOf = (frame: Frame): FramePlace => (frame === page.mainFrame() ? 'main' : 'inner')
  /** The app's own loading, which no app is asked about. */
  let isLoading = false

  await page.exposeBinding(world.binding, async ({ frame }, channel: string, args: readonly unknown[]) => {
    const frameUrl = toAppAddress(frame.url())
    const asked = ask('invoke', { windowId, place: placeOf(frame), frameUrl, channel, args })
    // A page that loses its app is never answered, and closed.
    const answer = await asked.catch((problem) =>
      noteUnlessClosed(problem).then(() => new Promise<never>(() => {})),
    )
    // What the app said before its answer arrives before it, as over Electron's one pipe.
    await settled()
    return answer.ok ? { result: answer.result } : { error: answer.error }
  })
  await page.addInitScript({ content: preloadScript(world, readFileSync(deps.preloadPath, 'utf8')) })
  await page.route(
    () => true,
    (route) => serve(route).catch((problem) => abandon(route, problem)),
  )
  page.on('popup', (popup) => void judge(popup).catch(noteUnlessClosed))

  async function serve(route: Route): Promise<void> {
    const request = route.request()
    const url = toAppAddress(request.url())
    if (request.isNavigationRequest() && !isLoading) {
      const mayGo = await ask('navigate', { windowId, url, place: placeOf(request.frame()) })
      if (!mayGo) return route.abort('aborted')
    }
    if (!isAppPage(request.url())) return route.fulfill({ status: 200, body: 'Elsewhere.' })
    const { status, headers, body } = await ask('serve', { url, method: request.method() })
    return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  }

  async function abandon(route: Route, problem: unknown): Promise<void> {
    await route.abort().catch(() => {})
    void noteUnlessClosed(problem)
  }

  async function judge(popup: Page): Promise<void> {
    const mayOpen = await ask('openWindow', { windowId, url: toAppAddress(popup.url()) })
    if (!mayOpen) await popup.close()
  }

  /** That a window which is being closed gets no answers is no problem. */
  async function noteUnlessClosed(problem: unknown): Promise<void> {
    await settled()
    if (!page.isClosed()) deps.onProblem(problem)
  }

  return {
    page,
    async load(url) {
      isLoading = true
      await page.goto(toPageAddress(url)).finally(() => {
        isLoading = false
      })
      await ask('pageLoaded', { windowId, url: toAppAddress(page.url()) })
    },
    deliver(channel, args) {
      const message = [world.inbox, channel, args] as const
      // A page that is being closed needs no messages any more.
      void page.evaluate(([inbox, ...told]) => Reflect.get(window, inbox)(...told), message).catch(() => {})
    },
  }
}

/** All others are denied by that. */
async function grantPermissions({ context, windowId, ask }: Deps): Promise<void> {
  const granted = await ask('permissions', { windowId, names: [...permissions.values()] })
  await context.grantPermissions(
    [...permissions].filter(([, name]) => granted.includes(name)).map(([name]) => name),
  )
}
