import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import config from '../electron-builder.config.ts'
import manifest from '../package.json' with { type: 'json' }
import { linux } from '../src/main/platform/linux.ts'
import { win32 } from '../src/main/platform/win32.ts'

/** What a platform says of the app before it is ready, by the method that it says it with. */
function saidBy(platform: typeof linux | typeof win32): Record<string, unknown> {
  const said: Record<string, unknown> = {}
  const app = new Proxy(
    {},
    { get: (_app, name) => (value: unknown) => Object.assign(said, { [name]: value }) },
  )
  platform.prepare(app as App) // whatever is called is noted
  return said
}

describe('a packaged Tocsin', () => {
  it('goes by the same id as the running one', () => {
    expect(saidBy(win32)).toMatchObject({ setAppUserModelId: config.appId })
    expect(saidBy(linux)).toMatchObject({ setDesktopName: config.extraMetadata.desktopName })
    expect(config.linux.syncDesktopName).toBe(true)
  })

  it('runs nothing but what was packaged', () => {
    expect(config).toMatchObject({
      asar: true,
      electronFuses: {
        ...{ runAsNode: false, onlyLoadAppFromAsar: true, enableEmbeddedAsarIntegrityValidation: true },
        ...{ enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false },
        ...{ enableCookieEncryption: true, grantFileProtocolExtraPrivileges: false },
      },
    })
    expect(config.asarUnpack).toEqual(['resources/**'])
  })

  it('keeps the data folder of an unpackaged one, which is called by the name in package.json', () => {
    expect(Object.keys({ ...manifest, ...config.extraMetadata })).not.toContain('productName')
    expect(manifest.name).toBe('tocsin')
  })
})
