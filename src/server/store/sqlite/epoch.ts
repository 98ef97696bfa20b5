/** A name for the life of one store: its sequences mean nothing in another. */
import { randomBytes } from 'node:crypto'

export const newEpoch = (): string => randomBytes(8).toString('hex')
