/** How the contract travels over Electron's IPC: two channels, one each way. */

/** Window to host, `invoke(command, input)`: answered with a reply. */
export const invokeChannel = 'tocsin:invoke'

/** Host to window, `(name, data)`: an event. */
export const eventChannel = 'tocsin:event'
