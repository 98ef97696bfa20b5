/** Tocsin's window, found by the accessible names of interface.md alone. */
import { expect, type Locator, type Page } from '@playwright/test'

export type ConnectionWord = 'Connected' | 'Connecting' | 'Reconnecting' | 'Disconnected'

export type Statistics = Readonly<
  Record<'INFO' | 'WARNING' | 'ERROR' | 'SUCCESS' | 'Unread' | 'Read' | 'Total', number>
>

export class TocsinWindow {
  /** Asked anew each time: windows come and go. */
  readonly #page: () => Page

  constructor(page: () => Page) {
    this.#page = page
  }

  get page(): Page {
    return this.#page()
  }

  get status(): Locator {
    return this.page.getByRole('status')
  }

  get frequency(): Locator {
    return this.page.getByRole('slider', { name: 'Frequency' })
  }

  get list(): Locator {
    return this.page.getByRole('feed', { name: 'Notifications' })
  }

  get rows(): Locator {
    return this.list.getByRole('article')
  }

  get searchBox(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search notifications' })
  }

  /** The open notification. */
  get detail(): Locator {
    return this.page.getByRole('region', { name: 'Notification', exact: true })
  }

  get notices(): Locator {
    return this.page.getByRole('region', { name: 'Notices' })
  }

  get activity(): Locator {
    return this.page.getByRole('log', { name: 'Activity' })
  }

  /** A filter or a saved search of the sidebar. */
  filter(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Filters' }).getByRole('button', { name, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** A row by its name: its type, then its title. */
  row(type: 'info' | 'warning' | 'error' | 'success', title: string): Locator {
    return this.list.getByRole('article', { name: new RegExp(`^${type}\\b.*${escapeForRegExp(title)}`, 'i') })
  }

  /** What is marked in the list, in order. */
  async marks(): Promise<readonly string[]> {
    return this.list.locator('mark').allTextContents()
  }

  async open(row: Locator): Promise<Locator> {
    await row.click()
    await this.page.mouse.move(0, 0)
    return this.detail
  }

  async markAsRead(row: Locator): Promise<void> {
    await row.getByRole('button', { name: 'Mark as read' }).click()
    // Rows stand still under a pointer: it would hold back what arrives next.
    await this.page.mouse.move(0, 0)
  }

  async openSettings(): Promise<Locator> {
    await this.button('Settings').click()
    return this.page.getByRole('dialog', { name: 'Settings' })
  }

  /**
   * Toasts come although the list is watched. Headless browsers give every page the focus, and a list that is watched
   * needs no toasts.
   */
  async wantToastsAlways(): Promise<void> {
    const settings = await this.openSettings()
    const always = settings.getByRole('switch', { name: 'Toasts while you look at the list' })
    await always.click()
    await expect(always).toBeChecked()
    await this.page.keyboard.press('Escape')
    await expect(settings).toBeHidden()
  }

  /** Shows a view: beside the list where the window is wide, in its place where it is narrow. */
  async show(view: 'Notifications' | 'Statistics' | 'Connection'): Promise<void> {
    const beside = this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view })
    await this.page.getByRole('tab', { name: view }).or(beside).click()
  }

  /** Chooses from a menu, by its button's name and the words of the entry. */
  async choose(menu: string, word: string): Promise<void> {
    await this.button(menu).click()
    await this.page.getByRole('menu', { name: menu }).getByRole('menuitem', { name: word }).click()
  }

  /** The first row in sight, and how much of it is above the list's top. */
  async topRow(): Promise<{ readonly name: string | null; readonly abovePx: number }> {
    return this.list.evaluate((list) => {
      const top = list.getBoundingClientRect().top
      const places = [...list.querySelectorAll('article')].map((row) => {
        const box = row.getBoundingClientRect()
        return { name: row.getAttribute('aria-label'), abovePx: top - box.top, belowPx: box.bottom - top }
      })
      const first = places.filter(({ belowPx }) => belowPx > 1).sort((a, b) => b.abovePx - a.abovePx)[0]
      return { name: first?.name ?? null, abovePx: Math.round(first?.abovePx ?? 0) }
    })
  }

  /** Asks for the next attempt, as long as there is something to ask for: it may come by itself as well. */
  async retryUntilConnected(): Promise<void> {
    await expect(async () => {
      if (await this.button('Retry now').isVisible()) await this.button('Retry now').click({ timeout: 500 })
      await expect(this.status).toContainText('Connected', { timeout: 500 })
    }).toPass()
  }

  /** Of the window's background: 0 is black, 1 is white. */
  async brightness(): Promise<number> {
    const color = await this.page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d')
      if (canvas === null) return []
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor
      canvas.fillRect(0, 0, 1, 1)
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    })
    return color.reduce((sum, channel) => sum + channel, 0) / (3 * 255)
  }

  async expectConnection(word: ConnectionWord): Promise<void> {
    // By its case too: "Disconnected" has no capital C.
    await expect(this.status).toContainText(word)
  }

  async statistics(): Promise<Statistics> {
    const region = this.page.getByRole('region', { name: 'Statistics' })
    const pairs = await region
      .locator('dl')
      .evaluateAll((lists) =>
        lists
          .flatMap((list) => [...list.querySelectorAll('dt')])
          .map((term) => [term.textContent.trim(), Number(term.nextElementSibling?.textContent)]),
      )
    return Object.fromEntries(pairs) as Statistics // a missing one shows as undefined in what is expected of it
  }
}

const escapeForRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
