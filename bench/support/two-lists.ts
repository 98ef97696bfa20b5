/** The window over a million rows, and the bare virtualised page with as many in its memory: both open, and watched. */
import { cpSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { buildProbe } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import { millionFolder } from './million.ts'
import { servePeer, serveWindow } from './served-page.ts'
import { startSource } from './source.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { openWatched, type WatchedPage } from './watched-page.ts'

export type TwoLists = {
  readonly ourPage: WatchedPage
  readonly barePage: WatchedPage
  close(): Promise<void>
}

/** What follows an opening is done within this. */
const settledMs = 1_000

/** @param name of the folder that the history is copied to */
export async function openTwoLists(name: string): Promise<TwoLists> {
  const work = temporaryFolder(name)
  cpSync(millionFolder(), work, { recursive: true })
  const silent = await startSource({ count: 0, rate: 1 })
  const window = await serveWindow(work, silent.url)
  const bare = await servePeer('virtualised')
  const browser = await launchChromium()
  const probe = await buildProbe('frame-probe')
  const ourPage = await openWatched(browser, window, probe)
  const barePage = await openWatched(browser, bare, probe)
  await after(settledMs)
  return {
    ourPage,
    barePage,
    async close() {
      await browser.close()
      await Promise.all([window.stop(), bare.stop()])
      silent.stop()
    },
  }
}
