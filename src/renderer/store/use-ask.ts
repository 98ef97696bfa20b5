/** Asks the engine for something, and keeps why it was refused beside what asked for it. */
import { useState } from 'react'
import { sentenceOf } from '../text/sentence-of.ts'

export type Ask = {
  /** Why the last question was refused, a sentence. */
  readonly problem: string | null
  /** @returns the answer; null when it was refused */
  readonly ask: <Answer>(question: Promise<Answer>) => Promise<Answer | null>
}

export function useAsk(): Ask {
  const [problem, setProblem] = useState<string | null>(null)
  return {
    problem,
    async ask(question) {
      try {
        const answer = await question
        setProblem(null)
        return answer
      } catch (fault) {
        setProblem(sentenceOf(fault))
        return null
      }
    },
  }
}
