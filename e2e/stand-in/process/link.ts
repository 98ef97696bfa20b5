/** The stand-in's end of the channel to the test: reports out, asks in, each answered. */
import type { Ask, Asks, Report } from '../messages.ts'

export const report = (message: Report): void => {
  // Gone once the test has let go of it: nobody is left to be told.
  if (process.connected) process.send?.(message)
}

export function answerAsks(answers: Asks): void {
  process.on('message', (message) => void answer(message as Ask)) // from our own test, over our own channel
  // An app whose test is gone must not live on.
  process.on('disconnect', () => process.exit(1))

  async function answer({ askId, name, input }: Ask): Promise<void> {
    try {
      const asked = answers[name] as (input: Ask['input']) => unknown // name and input belong together
      report({ is: 'answered', askId, answer: await asked(input) })
    } catch (error) {
      report({ is: 'refused', askId, problem: error instanceof Error ? error.message : String(error) })
    }
  }
}
