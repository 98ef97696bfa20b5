/** Which Chromium runs the tests: one on this machine, or else the one that `@sparticuz/chromium` brings. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { type FoundChromium, unpackSparticuzChromium } from './sparticuz-chromium.ts'

/** `TOCSIN_CHROMIUM`: a path, or `sparticuz` for the one from npm. */
const wish = 'TOCSIN_CHROMIUM'
/** Found once by the first process of a run, for all of them. */
const foundBefore = 'TOCSIN_CHROMIUM_FOUND'

export async function findChromium(): Promise<FoundChromium> {
  const known = process.env[foundBefore]
  if (known !== undefined) return JSON.parse(known) as FoundChromium // written below
  const found = await find(process.env[wish] ?? '')
  process.env[foundBefore] = JSON.stringify(found)
  return found
}

async function find(wished: string): Promise<FoundChromium> {
  if (wished === 'sparticuz') return unpackSparticuzChromium()
  if (wished !== '') {
    if (existsSync(wished)) return { executablePath: wished, env: {} }
    throw new Error(`${wish} names ${wished}, which is not there. Give a path, or "sparticuz".`)
  }
  const onMachine = usualPlaces().find(runs)
  return onMachine === undefined ? unpackSparticuzChromium() : { executablePath: onMachine, env: {} }
}

function usualPlaces(): readonly string[] {
  const {
    ProgramFiles: programs = '',
    'ProgramFiles(x86)': programs32 = '',
    LOCALAPPDATA: own = '',
  } = process.env
  return [
    chromium.executablePath(),
    // First: it opens a window in a fraction of the time that a whole browser takes.
    ...[
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ].map((name) => `/usr/bin/${name}`),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[programs, programs32, own]
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ]
}

/** A program of that name may be a mere hint at how to install it, or lack a library. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false
  // On Windows it opens a window instead of answering.
  return path.endsWith('.exe') || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}
