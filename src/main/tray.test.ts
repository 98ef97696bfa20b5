import { describe, expect, it } from 'vitest'
import type { EngineView } from '../engine/engine.ts'
import { german } from '../i18n/i18n-under-test.ts'
import { arrived, setUpTray } from './fake-tray.ts'
import { connecting, frequencyOf, minutes, now, viewOf, waiting } from './tray-under-test.ts'

describe('the tray icon', () => {
  it('is made with its picture, tooltip and menu', () => {
    expect(setUpTray().done()).toEqual([
      ...['made connected', 'image connected', 'tooltip Tocsin: Connected, 0 unread', 'menu'],
    ])
  })

  it('is drawn anew only where it has changed', () => {
    const { show, clock, done } = setUpTray()
    done()
    const draw = (view: EngineView) => {
      show(view)
      clock.advance(250)
      return done()
    }
    expect(draw(viewOf())).toEqual([])
    expect(draw(viewOf({ unread: { info: 1 } }))).toEqual([
      ...['image unread', 'tooltip Tocsin: Connected, 1 unread', 'menu'],
    ])
    expect(draw(viewOf({ unread: { info: 2 } }))).toEqual(['tooltip Tocsin: Connected, 2 unread', 'menu'])
    expect(draw(viewOf({ unread: { info: 2 }, ...frequencyOf(3) }))).toEqual(['menu'])
  })

  it('speaks another language once that is chosen', () => {
    const { speak, clock, done, label } = setUpTray()
    done()
    speak(german)
    clock.advance(250)
    expect(done()).toEqual(['tooltip Tocsin: Verbunden, 0 ungelesen', 'menu'])
    expect(label('quit')).toBe('Tocsin beenden')
  })

  it('is drawn four times a second at most', () => {
    const { show, clock, done } = setUpTray()
    done()
    for (let count = 1; count <= 100; count += 1) {
      show(arrived(count))
      clock.advance(10)
    }
    expect(done().filter((each) => each === 'menu')).toHaveLength(4)
  })

  it('takes the picture for the panel as it is now', () => {
    const { icon, clock, done, moveImages } = setUpTray()
    done()
    moveImages('dark/')
    icon.refresh()
    clock.advance(250)
    expect(done()).toEqual(['image dark/connected'])
  })

  it('opens the window at a click, unless that opens the menu', () => {
    const opening = setUpTray()
    opening.clickIcon()
    expect(opening.actions.open).toHaveBeenCalledExactlyOnceWith()
    const showing = setUpTray({ clickOpensMenu: true })
    showing.clickIcon()
    expect(showing.actions.open).not.toHaveBeenCalled()
  })

  it('keeps its menu after a click that has changed nothing', () => {
    const { clock, done, click } = setUpTray()
    done()
    click('open')
    clock.advance(250)
    expect(done()).toEqual([])
  })

  it('shows the frequency as it is after a click, also where the choice was refused', () => {
    const { newest, clock, done, actions } = setUpTray()
    done()
    const items = newest().template.find((item) => item.id === 'frequency')?.submenu
    if (!Array.isArray(items)) throw new Error('The frequency has no submenu')
    const choose = items[0]?.click as (() => void) | undefined // ours take nothing
    choose?.()
    expect(actions.setFrequency).toHaveBeenCalledExactlyOnceWith(1)
    clock.advance(250)
    expect(done()).toEqual(['menu'])
  })
})

describe('the countdown in the tray', () => {
  it('goes on each second while a try is waited for, and not else', () => {
    const { show, clock, done, label } = setUpTray()
    show(viewOf({ connection: waiting(now + 3_100) }))
    clock.advance(250)
    expect(label('next-try')).toBe('Next try in 3 s')
    done()
    const seen: (string | undefined)[] = []
    for (let second = 0; second < 3; second += 1) {
      clock.advance(1_000)
      seen.push(label('next-try'))
    }
    expect(seen).toEqual(['Next try in 2 s', 'Next try in 1 s', 'Next try in 0 s'])
    expect(done()).toEqual(['menu', 'menu', 'menu'])
    expect(clock.timerCount).toBe(0)
    show(viewOf({ connection: connecting }))
    clock.advance(250)
    expect(clock.timerCount).toBe(0)
  })

  it('leaves a menu alone that nobody sees opening: it names the time', () => {
    const { show, clock, done, label } = setUpTray({ menuOpensUnseen: true })
    show(viewOf({ connection: waiting(now + 3_100) }))
    clock.advance(250)
    expect(label('next-try')).toBe('Next try at 14:05:03')
    expect(clock.timerCount).toBe(0)
    done()
    clock.advance(10_000)
    expect(done()).toEqual([])
  })

  it('counts the minutes of do not disturb', () => {
    const { show, clock, newest } = setUpTray()
    show(viewOf({ doNotDisturb: { reason: 'chosen', until: now + 2 * minutes } }))
    const state = (): string | undefined => {
      const items = newest().template.find((item) => item.id === 'do-not-disturb')?.submenu
      return Array.isArray(items) ? items[0]?.label : undefined
    }
    clock.advance(250)
    expect(state()).toBe('On until 14:07, 2 min left')
    clock.advance(minutes)
    expect(state()).toBe('On until 14:07, 1 min left')
    clock.advance(minutes)
    expect(clock.timerCount).toBe(0)
  })
})

describe('a tray that fails', () => {
  it('says so once, and does not end the program', () => {
    const { icon, clock, reports, done } = setUpTray({ refuses: 'No tray' })
    expect(reports).toEqual([
      'The tray icon cannot be shown (No tray). Tocsin goes on; to see its window, start Tocsin again.',
    ])
    icon.refresh()
    clock.advance(1_000)
    icon[Symbol.dispose]()
    expect([reports.length, done(), clock.timerCount]).toEqual([1, [], 0])
  })

  it('says so once where a picture is missing, and is drawn again once there is one', () => {
    const { icon, clock, reports, done, moveImages } = setUpTray()
    done()
    moveImages('missing/')
    for (let time = 0; time < 3; time += 1) {
      icon.refresh()
      clock.advance(250)
    }
    expect(reports).toHaveLength(1)
    moveImages('light/')
    icon.refresh()
    clock.advance(250)
    expect(done()).toEqual(['image light/connected'])
  })
})

describe('a tray that is disposed', () => {
  it('is gone, asks for no view any more, and leaves no timer', () => {
    const { icon, show, clock, reports, done, isDestroyed } = setUpTray()
    show(viewOf({ connection: waiting(now + 5_000) }))
    clock.advance(250)
    done()
    icon[Symbol.dispose]()
    expect([isDestroyed(), clock.timerCount]).toEqual([true, 0])
    show(new Error('The engine is closed.'))
    expect(clock.timerCount).toBe(0)
    clock.advance(10_000)
    expect([done(), reports, clock.timerCount]).toEqual([[], [], 0])
  })
})
