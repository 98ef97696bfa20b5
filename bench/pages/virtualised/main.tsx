/** A bare virtualised list of 100,000 rows that are all in memory: the floor for scrolling. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { frameOf } from '../../support/frames.ts'

type Frame = { readonly title: string; readonly message: string }

const rows = Array.from({ length: 100_000 }, (_, number) => JSON.parse(frameOf(number)) as Frame) // as frames.ts writes it

function BareList() {
  const feed = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => feed.current,
    estimateSize: () => 86,
    overscan: 8,
    useFlushSync: false,
  })
  return (
    <div ref={feed} className="feed" role="feed" aria-label="Notifications">
      <div className="virtual" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <article
            key={key}
            className="bare-row"
            aria-posinset={index + 1}
            aria-setsize={rows.length}
            style={{ transform: `translateY(${start}px)` }}
          >
            <strong>{rows[index]?.title}</strong>
            <p>{rows[index]?.message}</p>
          </article>
        ))}
      </div>
    </div>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root".')
createRoot(root).render(<BareList />)
