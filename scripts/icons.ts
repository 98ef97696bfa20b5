/** Draws every icon the app ships in resources/ from the SVG sources in resources/icons/. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { ICNS_SIZES, toIcns, toIco } from './icons/containers.ts'
import { draw, parseSource, type Source, type Square, toPng } from './icons/draw.ts'

const ROOT = resolve(import.meta.dirname, '..')
const RESOURCES = join(ROOT, 'resources')
const SOURCES = join(RESOURCES, 'icons')

const TRAY_STATES = ['connected', 'unread', 'connecting', 'disconnected'] as const
const TYPES = ['info', 'success', 'warning', 'error'] as const

const APP_PNG = 512
const APP_ICO = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const TRAY_ICO = [16, 20, 24, 32, 48]
const TYPE_PNG = 64
/** Up to this size the app's icon is drawn from app-small.svg. */
const SMALL_UP_TO = 32
/** Apple's grid: on its 1024 square the tile is 824 wide. */
const MAC_MARGIN = 100 / 1024

async function source(name: string): Promise<Source> {
  const path = join(SOURCES, `${name}.svg`)
  const shown = relative(ROOT, path)
  const svg = await readFile(path).catch((cause: unknown) => {
    throw new Error(`${shown}: cannot read this source`, { cause })
  })
  return parseSource(shown, svg)
}

async function write(name: string, content: Buffer): Promise<void> {
  const path = join(RESOURCES, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  console.log(`${relative(ROOT, path)}  ${content.length} bytes`)
}

function drawEach(sizes: readonly number[], one: (size: number) => Promise<Square>): Promise<Square[]> {
  return Promise.all(sizes.map(one))
}

async function writeApp(): Promise<void> {
  const large = await source('app')
  const small = await source('app-small')
  const fitting = (size: number) => (size <= SMALL_UP_TO ? small : large)
  await write('app.png', await toPng(await draw(large, APP_PNG)))
  await write('app.ico', await toIco(await drawEach(APP_ICO, (size) => draw(fitting(size), size))))
  const onMac = (size: number) => draw(fitting(size), size, Math.floor(size * MAC_MARGIN))
  await write('app.icns', await toIcns(await drawEach(ICNS_SIZES, onMac)))
}

async function writeTray(state: (typeof TRAY_STATES)[number]): Promise<void> {
  const coloured = await source(`tray/${state}`)
  const template = await source(`tray/template/${state}`)
  await write(`tray/linux/${state}.png`, await toPng(await draw(coloured, 22)))
  await write(`tray/linux/${state}@2x.png`, await toPng(await draw(coloured, 44)))
  await write(`tray/darwin/${state}Template.png`, await toPng(await draw(template, 16)))
  await write(`tray/darwin/${state}Template@2x.png`, await toPng(await draw(template, 32)))
  await write(
    `tray/win32/${state}.ico`,
    await toIco(await drawEach(TRAY_ICO, (size) => draw(coloured, size))),
  )
}

try {
  await writeApp()
  for (const state of TRAY_STATES) await writeTray(state)
  for (const type of TYPES) {
    await write(`types/${type}.png`, await toPng(await draw(await source(`type-${type}`), TYPE_PNG)))
  }
} catch (error) {
  console.error(`icons: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
