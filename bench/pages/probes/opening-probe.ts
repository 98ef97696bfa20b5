/** Tells when the page's list, or its only element, has been painted. Runs before the page's own code. */
import type { Opening } from '../../support/opening.ts'

declare global {
  var benchOpening: Promise<Opening>
}

const wanted = '[role="feed"] article, #shown'

const firstPaint = new Promise<number>((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') resolve(startTime)
  }).observe({ type: 'paint', buffered: true })
})

const shown = new Promise<number>((resolve, reject) => {
  setTimeout(() => reject(new Error(`Nothing here is ${wanted}, after 20 s.`)), 20_000)
  const observer = new MutationObserver(() => {
    if (document.querySelector(wanted) === null) return
    observer.disconnect()
    requestAnimationFrame(() => {
      // A message that is posted within a frame is heard once the frame has been drawn.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(null)
    })
  })
  observer.observe(document, { childList: true, subtree: true })
})

globalThis.benchOpening = Promise.all([shown, firstPaint]).then(([shownMs, firstPaintMs]) => ({
  shownMs,
  firstPaintMs,
}))
