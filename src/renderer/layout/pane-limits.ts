/** How narrow and how wide the panes beside the list can be. */

/** In CSS pixels. */
export const paneLimits = {
  sidebar: { minPx: 176, maxPx: 360 },
  panel: { minPx: 288, maxPx: 640 },
} as const
export type PaneName = keyof typeof paneLimits
