/** Calls of the bus itself (D-Bus specification, "Message Bus Messages"), and the names that we ask it about. */
import { type BusCall, type BusSignal, busName } from './bus-connection.ts'

const busPath = '/org/freedesktop/DBus'

export const notificationsName = 'org.freedesktop.Notifications'

const busCall = (member: string, signature: string, ...body: readonly unknown[]): BusCall => ({
  ...{ destination: busName, path: busPath, interface: busName, member },
  ...{ signature, body },
})

export const nameHasOwner = (name: string): BusCall => busCall('NameHasOwner', 's', name)
export const getNameOwner = (name: string): BusCall => busCall('GetNameOwner', 's', name)
export const listActivatableNames = (): BusCall => busCall('ListActivatableNames', '')
export const startServiceByName = (name: string): BusCall => busCall('StartServiceByName', 'su', name, 0)

/** So that `ownerChange` is told of it. */
export const matchOwnerOf = (name: string): BusCall =>
  busCall('AddMatch', 's', `type='signal',sender='${busName}',member='NameOwnerChanged',arg0='${name}'`)

/** So that the owner's signals reach us, whoever that is by then. */
export const matchSignalsOf = (name: string, path: string): BusCall =>
  busCall('AddMatch', 's', `type='signal',sender='${name}',path='${path}'`)

/** @returns the new owner's unique name, `''` where nobody is left; null where the signal is about something else */
export function ownerChange({ sender, member, body }: BusSignal, name: string): string | null {
  const [changed, , owner] = body
  const isIt = sender === busName && member === 'NameOwnerChanged' && changed === name
  return isIt && typeof owner === 'string' ? owner : null
}

export const propertiesInterface = 'org.freedesktop.DBus.Properties'

/**
 * Of whomever it is asked; the value is a variant, as in `variantValue`.
 * @param owner the interface that the property belongs to
 */
export const getProperty = (owner: string, property: string): Omit<BusCall, 'destination' | 'path'> => ({
  ...{ interface: propertiesInterface, member: 'Get' },
  ...{ signature: 'ss', body: [owner, property] },
})

export function variantValue(variant: unknown): unknown {
  return typeof variant === 'object' && variant !== null && 'value' in variant ? variant.value : undefined
}
