/** The one stand-in of this process: what imports `electron` and what runs the app must mean the same. */
import { readFileSync } from 'node:fs'
import { createElectron } from './create-electron.ts'
import { createDesk } from './desk.ts'
import { report } from './link.ts'

const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

export const desk = createDesk(report)
export const standIn = createElectron(desk, manifest as { name: string; version: string }) // npm demands both
