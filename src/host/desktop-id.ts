/**
 * What Linux desktops know Tocsin by: its desktop file's name without the ending. It has the form of a reversed domain,
 * since portals refuse others (electron/electron#52218, and the documentation of `app.setDesktopName`).
 */
export const desktopId = 'dev.tocsin.Tocsin'

export const desktopFileName = `${desktopId}.desktop`
