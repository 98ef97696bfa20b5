/** Sections that only an engine or a host says: a window gets their texts as sentences, and its build leaves them out. */
const names: readonly string[] = [
  ...['browser-host', 'desktop', 'embedded-server', 'host-files', 'links', 'linux-toasts', 'native-toasts'],
  ...['secrets', 'settings-file', 'tray'],
]

/** @param section the name of its file, which every key in it begins with */
export const isHostSection = (section: string): boolean =>
  section.startsWith('engine-') || names.includes(section)
