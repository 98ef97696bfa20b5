/**
 * What desktops know Tocsin by, and never to be changed: on Linux its desktop file's name without the ending, on Windows
 * its app user model id, on macOS its bundle's. It has the form of a reversed domain, since portals refuse others
 * (electron/electron#52218, and the documentation of `app.setDesktopName`).
 */
export const desktopId = 'dev.tocsin.Tocsin'

export const desktopFileName = `${desktopId}.desktop`
