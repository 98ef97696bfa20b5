import { describe, expect, it } from 'vitest'
import { arrived, setUpTray } from './fake-tray.ts'
import { disconnected, viewOf } from './tray-under-test.ts'

describe("the tray's menu while it is open", () => {
  it('stays as it is until it is closed', () => {
    const { show, clock, done, newest } = setUpTray()
    newest().tell('menu-will-show')
    done()
    show(viewOf({ connection: disconnected }))
    clock.advance(5_000)
    expect(done()).toEqual(['image disconnected', 'tooltip Tocsin: Disconnected, 0 unread'])
    newest().tell('menu-will-close')
    expect(done()).toEqual([])
    clock.advance(250)
    expect(done()).toEqual(['menu'])
  })

  it('changes after a minute in any case: somebody may have forgotten to say that it closed', () => {
    const { show, clock, done, newest } = setUpTray()
    newest().tell('menu-will-show')
    done()
    show(arrived(1))
    clock.advance(59_999)
    expect(done()).not.toContain('menu')
    clock.advance(1)
    expect(done()).toContain('menu')
    expect(clock.timerCount).toBe(0)
  })

  it('changes seldom by arrivals where nobody sees it opening, and at once by what somebody chose', () => {
    const { show, clock, done } = setUpTray({ menuOpensUnseen: true })
    clock.advance(10_000)
    show(arrived(1))
    clock.advance(250)
    expect(done()).toContain('menu') // "Mark all as read" can be chosen from now on
    for (let count = 2; count <= 11; count += 1) {
      show(arrived(count))
      clock.advance(250)
    }
    expect(done().filter((each) => each === 'menu')).toEqual([])
    clock.advance(500)
    expect(done()).toContain('menu')
    show(arrived(12))
    clock.advance(250)
    expect(done()).toEqual(['tooltip Tocsin: Connected, 12 unread'])
    show({ ...arrived(12), connection: disconnected })
    clock.advance(250)
    expect(done()).toContain('menu')
  })

  it('stays as it is for a while after a submenu has opened, and no longer once an item is clicked', () => {
    const { show, clock, done, openSubmenu, click } = setUpTray({ menuOpensUnseen: true })
    openSubmenu()
    done()
    show(viewOf({ connection: disconnected }))
    clock.advance(9_999)
    expect(done()).not.toContain('menu')
    clock.advance(1)
    expect(done()).toContain('menu')
    openSubmenu()
    show(viewOf())
    clock.advance(250)
    expect(done()).not.toContain('menu')
    click('open')
    clock.advance(250)
    expect(done()).toContain('menu')
  })
})
