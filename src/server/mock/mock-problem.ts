/** What the mock's options must hold together. Not: what is in the files that they name. */
import { parseMix } from './scenario/parse-mix.ts'

/** As the configuration has them; null: not given. */
export type MockWish = {
  readonly scenario: string | null
  readonly mix: string | null
  readonly seed: number | null
  readonly replay: string | null
  readonly speed: number | null
}

export const isMockWished = ({ scenario, mix, seed, replay, speed }: MockWish): boolean =>
  [scenario, mix, seed, replay, speed].some((value) => value !== null)

/** @returns what is wrong and what to do, without a full stop; null: nothing */
export function mockProblemOf(wish: MockWish & { readonly demo: boolean }): string | null {
  const { mix, replay, speed, scenario, demo } = wish
  if (!isMockWished(wish)) return null
  if (!demo) return '--no-demo and the options of the mock contradict each other: leave one of them out'
  if (mix !== null && parseMix(mix) === null) {
    return `--mix needs weights of info, warning, error and success, such as info=6,error=1, and ${JSON.stringify(mix)} has none`
  }
  if (mix !== null && replay !== null)
    return '--mix and --replay cannot go together: a replay has its own mix'
  if (mix !== null && speed !== null) return '--mix and --speed cannot go together: only a replay has a speed'
  if (speed !== null && replay === null && scenario === null)
    return '--speed needs a recording: give --replay FILE too'
  return null
}
