/** A bare list that takes a source's frames as they come, the newest first: the floor for a burst. No engine and no
 * framework; it prepends at most once a frame and keeps the newest hundred. The source is named by the address's hash. */

const keptCount = 100
const feed = document.querySelector('.feed')
if (feed === null) throw new Error('index.html has no element with the class "feed".')

type Frame = { readonly title: string; readonly message: string }

let waiting: Frame[] = []
let receivedCount = 0

function toRow({ title, message }: Frame): HTMLElement {
  const row = document.createElement('article')
  row.className = 'bare-row'
  const head = document.createElement('strong')
  head.textContent = title
  const text = document.createElement('p')
  text.textContent = message
  row.append(head, text)
  return row
}

function show(): void {
  const rows = waiting.reverse().map(toRow)
  waiting = []
  feed?.prepend(...rows)
  while ((feed?.childElementCount ?? 0) > keptCount) feed?.lastElementChild?.remove()
  feed?.firstElementChild?.setAttribute('aria-setsize', String(receivedCount))
}

new WebSocket(location.hash.slice(1)).addEventListener('message', (event) => {
  receivedCount += 1
  const frame = JSON.parse(String(event.data)) as Frame // what the benchmarks send has this form
  if (waiting.push(frame) === 1) requestAnimationFrame(show)
})
