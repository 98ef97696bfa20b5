/**
 * The desktop's own do-not-disturb, where its notification service tells of it: `Inhibited` of Plasma, `paused` of dunst.
 * GNOME and XFCE keep theirs in their settings, which are not read.
 */
import type { BusSignal } from './bus-connection.ts'
import { getProperty, notificationsName, propertiesInterface, variantValue } from './bus-methods.ts'
import { type NotificationService, serviceLimits } from './notification-service.ts'

const sources = [
  // plasma-workspace, libnotificationmanager/server_p.h
  { owner: notificationsName, property: 'Inhibited' },
  // dunst(1), src/dbus.c
  { owner: 'org.dunstproject.cmd0', property: 'paused' },
] as const

export type SystemQuiet = {
  /** The service is there, or is another one. */
  ask(service: NotificationService): void
  heard(signal: BusSignal): void
  /** The service is gone, and its do-not-disturb with it. */
  forget(): void
}

/** @param onChange told of changes alone; at first it is off */
export function createSystemQuiet(onChange: (isOn: boolean) => void): SystemQuiet {
  const on = new Set<string>()
  let told = false

  function set(source: string, value: unknown): void {
    if (value === true) on.add(source)
    else on.delete(source)
    tell()
  }

  function tell(): void {
    const isOn = on.size > 0
    if (isOn === told) return
    told = isOn
    onChange(isOn)
  }

  return {
    ask(service) {
      for (const { owner, property } of sources) {
        service.call(getProperty(owner, property), serviceLimits.askMs, (answer) => {
          // Most services have neither: nothing is said then.
          if (answer.isOk) set(owner, variantValue(answer.body[0]))
        })
      }
    },
    heard({ interface: from, member, body }) {
      if (from !== propertiesInterface || member !== 'PropertiesChanged') return
      const [owner, changed] = body
      for (const source of sources) {
        if (source.owner !== owner || typeof changed !== 'object' || changed === null) continue
        const value: unknown = Reflect.get(changed, source.property)
        if (value !== undefined) set(source.owner, variantValue(value))
      }
    },
    forget() {
      on.clear()
      tell()
    },
  }
}
