/** Where files lie that others than Electron read: nobody else can look into its archive. */

/**
 * @param path of a file that the package unpacks (`asarUnpack` in `electron-builder.config.ts`)
 * @returns the same path where Tocsin is not packaged
 */
export const outsideArchive = (path: string): string =>
  path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked')
