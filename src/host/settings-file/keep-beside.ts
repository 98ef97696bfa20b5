/** Files beside the settings file: it as it was, under names that say why. And how it is replaced. */
import { existsSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** @returns the name it now has */
export function moveBeside(path: string, why: string, now: number): string {
  const name = freeName(path, why, now)
  renameSync(path, name)
  return name
}

/** @returns the name of the copy */
export function keepBeside(path: string, why: string, now: number, bytes: Uint8Array): string {
  const name = freeName(path, why, now)
  keep(name, bytes)
  return name
}

/** One from an earlier try is as good. */
export function keepOnceBeside(path: string, why: string, bytes: Uint8Array): void {
  const name = `${path}.${why}`
  if (!existsSync(name)) keep(name, bytes)
}

/** Whole or not at all. Through a link, as conf writes. */
export function replaceFile(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path
  const beside = `${target}.new`
  rmSync(beside, { force: true })
  try {
    writeFileSync(beside, text, { flag: 'wx', mode: 0o600, flush: true })
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

function keep(name: string, bytes: Uint8Array): void {
  try {
    writeFileSync(name, bytes, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    // Half a copy would pass for a whole one the next time.
    rmSync(name, { force: true })
    throw error
  }
}

/** No colons: Windows takes none in names. */
function freeName(path: string, why: string, now: number): string {
  const wanted = `${path}.${why}-${new Date(now).toISOString().replaceAll(':', '-')}`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!existsSync(name)) return name
  }
}
