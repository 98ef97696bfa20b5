/** Keeps what is secret out of sentences, wherever they come from: a server may repeat what it was sent. */

export type HiddenSecrets = {
  add(secret: string): void
  /** Passwords and queries of an address, as they stand in it and as they mean it. */
  addAddress(address: string): void
  /** What an `Authorization` header of HTTP's Basic scheme holds. */
  addBasic(header: string): void
  hide(text: string): string
}

/** Shorter ones stand in many words, and would give themselves away by what is missing. */
const shortest = 4

export function createHiddenSecrets(): HiddenSecrets {
  const secrets = new Set<string>()

  function add(secret: string): void {
    if (secret.length >= shortest) secrets.add(secret)
  }

  return {
    add,
    addAddress(address) {
      if (!URL.canParse(address)) return
      const { username, password, search, searchParams } = new URL(address)
      for (const part of [password, decode(password), search.slice(1), ...searchParams.values()]) add(part)
      if (password !== '') add(Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64'))
    },
    addBasic(header) {
      const pair = header.replace(/^Basic /, '')
      add(pair)
      const [, ...password] = Buffer.from(pair, 'base64').toString().split(':')
      add(password.join(':'))
    },
    hide(text) {
      const known = maskAddress(text)
      // The longest first: one may be part of another.
      const longestFirst = [...secrets].toSorted((a, b) => b.length - a.length)
      return longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, '…'), known)
    },
  }
}

/** Also of addresses that cannot be read as such. */
const maskAddress = (text: string): string =>
  text.replace(/(\b[a-z]+:\/*)[^\s/"@]*@/gi, '$1…@').replace(/(\b[a-z]+:\/\/[^\s"?]*)\?[^\s"]*/gi, '$1?…')

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
