/** What the desktop app prints once it is up, or once it has raised the one that runs already: the launcher waits for it. */
export const desktopReadyLine = 'Tocsin is in the tray'
