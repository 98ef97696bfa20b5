/** Links that come before anything can open them: macOS tells of them by an event, and that before it is ready. */
import type { App } from 'electron'

export type OpenedLinks = {
  /** Those that have come, then each as it comes. */
  follow(open: (link: string) => void): void
}

/** @param first of this start's own command line: how Windows and Linux open a link */
export function collectOpenedLinks(app: Pick<App, 'on'>, first: string | null): OpenedLinks {
  const waiting = first === null ? [] : [first]
  let opens = (link: string): void => void waiting.push(link)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    opens(link)
  })
  return {
    follow(open) {
      opens = open
      for (const link of waiting.splice(0)) open(link)
    },
  }
}
