/** Electron's `Menu`, as far as a tray needs it: built from a template, looked at, and chosen from. */
import type { MenuItem, MenuItemConstructorOptions, Menu as PublicMenu } from 'electron'
import type { TrayItem } from '../messages.ts'
import { EventSource } from './event-source.ts'

type Template = readonly (MenuItemConstructorOptions | MenuItem)[]

type Item = {
  readonly label: string
  readonly type: TrayItem['type']
  readonly isEnabled: boolean
  isChecked: boolean
  readonly submenu: Menu | null
  readonly click: () => void
}

/** As on Linux, a menu says that it opens only where it is a submenu (components/dbus/menu/menu.cc in Chromium). */
export class Menu extends EventSource<PublicMenu> {
  readonly items: readonly Item[]

  private constructor(items: readonly Item[]) {
    super()
    this.items = items
    // Electron does this when the menu is about to be shown.
    for (const [first, ...others] of radioGroups(items)) {
      if (first !== undefined && !others.some((item) => item.isChecked)) first.isChecked = true
    }
  }

  static buildFromTemplate(template: Template): PublicMenu {
    return Menu.#build(template) as unknown as PublicMenu // a part stands for the whole, as everywhere here
  }

  /** The other way round: a menu that the app hands on can only be one of ours. */
  static of(menu: PublicMenu): Menu {
    const ours: unknown = menu
    if (ours instanceof Menu) return ours
    throw new TypeError('This menu was not made by Menu.buildFromTemplate.')
  }

  /** The stand-in shows no application menu: only its absence can be asked for. */
  static setApplicationMenu(menu: PublicMenu | null): void {
    if (menu !== null) throw new Error('The stand-in has no application menu: null is all it takes.')
  }

  static #build(template: Template): Menu {
    return new Menu(withoutExtraSeparators(template.map(toItem)))

    function toItem(each: MenuItemConstructorOptions | MenuItem): Item {
      const { label = '', submenu, enabled = true, checked = false, click } = each
      const below = Array.isArray(submenu) ? Menu.#build(submenu) : null
      const type = each.type ?? (below === null ? 'normal' : 'submenu')
      if (type === 'header' || type === 'palette')
        throw new Error(`The stand-in has no items of type ${type}.`)
      const told = click as (() => void) | undefined // the app's clicks take no arguments
      return {
        ...{ label: asShown(label), type, isEnabled: enabled, isChecked: checked },
        ...{ submenu: below, click: () => told?.() },
      }
    }
  }

  look(): readonly TrayItem[] {
    return this.items.map(({ label, type, isEnabled, isChecked, submenu }) => ({
      ...{ label, type, isEnabled, isChecked },
      items: submenu?.look() ?? [],
    }))
  }

  /**
   * As a user does: a radio item is checked, and its group unchecked, before its click is told.
   * @throws Error when there is no such item, or it is greyed out
   */
  choose([label, ...below]: readonly string[]): void {
    const item = this.items.find((each) => each.label === label)
    if (item === undefined) {
      throw new Error(`The menu has no "${label}", only: ${this.items.map((each) => each.label).join(', ')}.`)
    }
    if (!item.isEnabled) throw new Error(`"${label}" is greyed out.`)
    if (item.submenu !== null) {
      item.submenu.events.emit('menu-will-show')
      item.submenu.choose(below)
      return
    }
    if (item.type === 'checkbox') item.isChecked = !item.isChecked
    for (const group of radioGroups(this.items)) {
      if (group.includes(item)) for (const each of group) each.isChecked = each === item
    }
    item.click()
  }
}

/** One `&` marks the next character as a key to press, and is not shown; two are shown as one. */
const asShown = (label: string): string => label.replaceAll(/&(.?)/gsu, '$1')

/** Radio items between two separators belong together. */
function radioGroups(items: readonly Item[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [[]]
  for (const item of items) {
    if (item.type === 'separator') groups.push([])
    else if (item.type === 'radio') groups.at(-1)?.push(item)
  }
  return groups
}

/** Electron folds separators that follow each other, and drops those at the ends. */
function withoutExtraSeparators(items: readonly Item[]): readonly Item[] {
  const isSeparator = (item: Item | undefined): boolean => item === undefined || item.type === 'separator'
  const folded = items.filter((item, index) => !isSeparator(item) || !isSeparator(items[index - 1]))
  return isSeparator(folded.at(-1)) ? folded.slice(0, -1) : folded
}
