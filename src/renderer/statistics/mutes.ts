/** What is muted, and what it is after one more or one less. Pure. */
import type { Mute } from '../../contract/mute.ts'

export const isMuted = (mutes: readonly Mute[], mute: Mute): boolean =>
  mutes.some((each) => isSame(each, mute))

/** @returns muted where it was not, and the other way round */
export function toggleMute(mutes: readonly Mute[], { type, titlePattern }: Mute): Mute[] {
  const others = mutes.filter((each) => !isSame(each, { type, titlePattern }))
  return others.length < mutes.length ? others : [...mutes, { type, titlePattern }]
}

const isSame = (one: Mute, other: Mute): boolean =>
  one.type === other.type && one.titlePattern === other.titlePattern
