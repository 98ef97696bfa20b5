/** Draws every icon the app ships in resources/ from the SVG sources in resources/icons/, and a sheet of the tray's. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import sharp from 'sharp'
import { type TrayState, trayStates } from '../src/main/tray-state.ts'
import { contactSheet, type Panel } from './icons/contact-sheet.ts'
import { ICNS_SIZES, toIcns, toIco } from './icons/containers.ts'
import { draw, parseSource, type Source, type Square, toPng } from './icons/draw.ts'
import { recolour, type TrayPalette } from './icons/tray-palette.ts'

const ROOT = resolve(import.meta.dirname, '..')
const RESOURCES = join(ROOT, 'resources')
const SOURCES = join(RESOURCES, 'icons')

const TYPES = ['info', 'success', 'warning', 'error'] as const

const APP_PNG = 512
const APP_ICO = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const TRAY_ICO = [16, 20, 24, 32, 48]
const BADGE_ICO = [16, 20, 24, 32]
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

async function drawTray(state: string, palette: TrayPalette, size: number): Promise<Square> {
  return draw(recolour(await source(`tray/${state}`), palette), size)
}

async function writeTray(state: TrayState): Promise<void> {
  const png = async (palette: TrayPalette, size: number) => toPng(await drawTray(state, palette, size))
  await write(`tray/linux/${state}.png`, await png('mixed', 22))
  await write(`tray/linux/${state}@2x.png`, await png('mixed', 44))
  await write(`tray/darwin/${state}Template.png`, await png('template', 16))
  await write(`tray/darwin/${state}Template@2x.png`, await png('template', 32))
  for (const panel of ['light', 'dark'] as const) {
    const squares = await drawEach(TRAY_ICO, (size) => drawTray(state, panel, size))
    await write(`tray/win32/${panel}/${state}.ico`, await toIco(squares))
  }
}

/** Electron hands a Linux panel the largest picture, which the panel makes smaller (shell/browser/ui/tray_icon_linux.cc). */
async function shrunk(large: Square, size: number): Promise<Square> {
  const image = sharp(large.rgba, { raw: { width: large.size, height: large.size, channels: 4 } })
  return { size, rgba: await image.resize(size, size, { kernel: 'linear' }).raw().toBuffer() }
}

async function writeContactSheet(): Promise<void> {
  const linux = async (state: string, size: number) => shrunk(await drawTray(state, 'mixed', 44), size)
  const drawn = (palette: TrayPalette) => (state: string, size: number) => drawTray(state, palette, size)
  const panels: readonly Panel[] = [
    { name: 'Linux, GNOME', colour: '#000000', picture: linux },
    { name: 'Linux, Breeze dark', colour: '#2a2e32', picture: linux },
    { name: 'Linux, Breeze light', colour: '#eff0f1', picture: linux },
    { name: 'Linux, grey', colour: '#cecece', picture: linux },
    { name: 'Windows, dark', colour: '#202020', picture: drawn('dark') },
    { name: 'Windows, light', colour: '#f3f3f3', picture: drawn('light') },
    { name: 'macOS, dark', colour: '#2b2b2d', tint: '#ffffff', picture: drawn('template') },
    { name: 'macOS, light', colour: '#ececec', tint: '#000000', picture: drawn('template') },
  ]
  await write('../docs/screenshots/tray-icons.png', await contactSheet(trayStates, panels))
}

try {
  await writeApp()
  for (const state of trayStates) await writeTray(state)
  const badge = await source('badge-unread')
  await write('badge/unread.ico', await toIco(await drawEach(BADGE_ICO, (size) => draw(badge, size))))
  await writeContactSheet()
  for (const type of TYPES) {
    await write(`types/${type}.png`, await toPng(await draw(await source(`type-${type}`), TYPE_PNG)))
  }
} catch (error) {
  console.error(`icons: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
