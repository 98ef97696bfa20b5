/** Answers to one connection's messages go out in the order of the messages, also where one of them has to wait. */

export type OrderedAnswers = {
  /** How many wait. */
  readonly pending: number
  /** `text` null: nothing is to be said. */
  give(text: string | null): void
  giveLater(text: Promise<string | null>): void
}

export function createOrderedAnswers(send: (text: string) => void): OrderedAnswers {
  /** Undefined: not known yet. */
  const slots: { text: string | null | undefined }[] = []

  function sendReady(): void {
    while (slots.length > 0 && slots[0]?.text !== undefined) {
      const text = slots.shift()?.text
      if (typeof text === 'string') send(text)
    }
  }

  return {
    get pending() {
      return slots.length
    },
    give(text) {
      slots.push({ text })
      sendReady()
    },
    giveLater(promise) {
      const slot: { text: string | null | undefined } = { text: undefined }
      slots.push(slot)
      void promise.then((text) => {
        slot.text = text
        sendReady()
      })
    },
  }
}
