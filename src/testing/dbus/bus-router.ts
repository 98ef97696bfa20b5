/**
 * What a message bus does once its clients are connected: names, match rules, passing on, and the bus's own methods
 * (D-Bus specification, "Message Bus"). No sockets: `test-bus.ts` has them. No queue of owners, no security policy.
 */
import { type MatchRule, matchesRule, parseMatchRule } from './match-rule.ts'
import { bodyOf, messageTypes, type WireMessage, wantsReply } from './wire-message.ts'
import { type WireValue, writeValues } from './wire-values.ts'

export const busName = 'org.freedesktop.DBus'
const busPath = '/org/freedesktop/DBus'
const errorOf = (name: string): string => `org.freedesktop.DBus.Error.${name}`

export type Member = {
  readonly uniqueName: string
  readonly rules: MatchRule[]
  deliver(message: WireMessage): void
}

/** What is sent: the bus adds who sent it. */
export type Outgoing = Omit<WireMessage, 'serial' | 'flags' | 'body' | 'sender'> & {
  readonly values?: readonly WireValue[]
}

export type BusRouter = {
  join(deliver: (message: WireMessage) => void): Member
  leave(member: Member): void
  route(member: Member, message: WireMessage): void
  send(member: Member, message: Outgoing): void
  claim(member: Member, name: string): void
  release(member: Member, name: string): void
  ownerOf(name: string): Member | null
  /** `start` is called by StartServiceByName; the answer comes when the name is owned. */
  setActivatable(name: string, start: () => void): void
  /** The methods of the bus itself that were called, in order. */
  readonly calls: readonly string[]
}

type Pending = { readonly caller: Member; readonly callee: Member; readonly serial: number }

export function createBusRouter(): BusRouter {
  const members = new Set<Member>()
  const owners = new Map<string, Member>()
  const activatable = new Map<string, () => void>()
  const starting: { readonly name: string; answer(): void }[] = []
  const pending = new Set<Pending>()
  const calls: string[] = []
  let memberCount = 0
  let serial = 0

  const ownerOf = (name: string): Member | null =>
    owners.get(name) ?? [...members].find(({ uniqueName }) => uniqueName === name) ?? null

  function complete(sender: string, { values = [], ...message }: Outgoing): WireMessage {
    serial += 1
    const body = writeValues(message.signature ?? '', values)
    return { ...message, flags: 0, serial, sender, body }
  }

  function fromBus(to: Member, message: Outgoing): void {
    to.deliver(complete(busName, { ...message, destination: to.uniqueName }))
  }

  function broadcast(message: WireMessage): void {
    const first = message.signature?.startsWith('s') === true ? String(bodyOf(message)[0]) : null
    const isSender = (name: string): boolean =>
      name === message.sender || owners.get(name)?.uniqueName === message.sender
    for (const member of members) {
      if (member.rules.some((rule) => matchesRule(rule, message, first, isSender))) member.deliver(message)
    }
  }

  function announceOwner(name: string, before: string, after: string): void {
    const { signal: type } = messageTypes
    const values = [name, before, after]
    const to = { path: busPath, interface: busName, member: 'NameOwnerChanged', signature: 'sss' }
    broadcast(complete(busName, { type, ...to, values }))
  }

  function claim(member: Member, name: string): void {
    const before = owners.get(name)?.uniqueName ?? ''
    owners.set(name, member)
    announceOwner(name, before, member.uniqueName)
    for (const start of starting.filter((one) => one.name === name)) {
      starting.splice(starting.indexOf(start), 1)
      start.answer()
    }
  }

  function release(member: Member, name: string): void {
    if (owners.get(name) !== member) return
    owners.delete(name)
    announceOwner(name, member.uniqueName, '')
  }

  function replyFromBus(to: Member, call: WireMessage, signature: string, ...values: WireValue[]): void {
    if (!wantsReply(call)) return
    fromBus(to, { type: messageTypes.reply, replySerial: call.serial, signature, values })
  }

  function refuse(to: Member, call: { readonly serial: number }, errorName: string, text: string): void {
    const refusal = { type: messageTypes.error, replySerial: call.serial, errorName }
    fromBus(to, { ...refusal, signature: 's', values: [text] })
  }

  function startService(member: Member, call: WireMessage, name: string): void {
    const start = activatable.get(name)
    if (ownerOf(name) !== null) {
      replyFromBus(member, call, 'u', 2)
      return
    }
    if (start === undefined) {
      refuse(
        member,
        call,
        errorOf('ServiceUnknown'),
        `The name ${name} was not provided by any .service files`,
      )
      return
    }
    starting.push({ name, answer: () => replyFromBus(member, call, 'u', 1) })
    start()
  }

  function ownMethod(member: Member, call: WireMessage): void {
    calls.push(call.member ?? '')
    const name = String(bodyOf(call)[0] ?? '')
    switch (call.member) {
      case 'Hello':
        replyFromBus(member, call, 's', member.uniqueName)
        return
      case 'AddMatch':
        member.rules.push(parseMatchRule(name))
        replyFromBus(member, call, '')
        return
      case 'RemoveMatch':
        replyFromBus(member, call, '')
        return
      case 'RequestName':
        claim(member, name)
        replyFromBus(member, call, 'u', 1)
        return
      case 'ReleaseName':
        release(member, name)
        replyFromBus(member, call, 'u', 1)
        return
      case 'NameHasOwner':
        replyFromBus(member, call, 'b', ownerOf(name) !== null)
        return
      case 'GetNameOwner': {
        const owner = ownerOf(name)
        if (owner === null) refuse(member, call, errorOf('NameHasNoOwner'), `The name ${name} has no owner`)
        else replyFromBus(member, call, 's', owner.uniqueName)
        return
      }
      case 'ListNames':
        replyFromBus(member, call, 'as', [
          busName,
          ...owners.keys(),
          ...[...members].map((m) => m.uniqueName),
        ])
        return
      case 'ListActivatableNames':
        replyFromBus(member, call, 'as', [busName, ...activatable.keys()])
        return
      case 'StartServiceByName':
        startService(member, call, name)
        return
      default:
        refuse(member, call, errorOf('UnknownMethod'), `The test bus has no method ${call.member}`)
    }
  }

  function settle(member: Member, message: WireMessage): void {
    for (const one of pending) {
      if (one.callee === member && one.serial === message.replySerial) pending.delete(one)
    }
  }

  function route(member: Member, sent: WireMessage): void {
    const message: WireMessage = { ...sent, sender: member.uniqueName }
    const { type, destination } = message
    if (type === messageTypes.reply || type === messageTypes.error) settle(member, message)
    if (destination === busName) ownMethod(member, message)
    else if (destination !== undefined) passOn(member, message, ownerOf(destination))
    else if (type === messageTypes.signal) broadcast(message)
  }

  function passOn(from: Member, message: WireMessage, to: Member | null): void {
    if (to !== null) {
      if (wantsReply(message)) pending.add({ caller: from, callee: to, serial: message.serial })
      to.deliver(message)
    } else if (wantsReply(message)) {
      refuse(from, message, errorOf('ServiceUnknown'), `No ${message.destination} is there`)
    }
  }

  return {
    join(deliver) {
      memberCount += 1
      const member: Member = { uniqueName: `:1.${memberCount}`, rules: [], deliver }
      members.add(member)
      return member
    },
    leave(member) {
      members.delete(member)
      for (const [name, owner] of owners) if (owner === member) release(member, name)
      for (const one of pending) {
        if (one.callee !== member && one.caller !== member) continue
        pending.delete(one)
        if (one.callee === member) refuse(one.caller, one, errorOf('NoReply'), 'Its recipient disconnected')
      }
    },
    route,
    send(member, message) {
      route(member, complete(member.uniqueName, message))
    },
    claim,
    release,
    ownerOf,
    setActivatable: (name, start) => void activatable.set(name, start),
    calls,
  }
}
