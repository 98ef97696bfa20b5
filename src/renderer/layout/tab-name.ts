/** The places of the window, in their order: tabs where it is narrow; where it is wide the list stays in sight. */

export const tabNames = ['notifications', 'statistics', 'connection'] as const
export type TabName = (typeof tabNames)[number]

/** What the right pane of a wide window shows while no notification is open. */
export const panelNames = ['statistics', 'connection'] as const satisfies readonly TabName[]
export type PanelName = (typeof panelNames)[number]

export const isPanel = (tab: TabName): tab is PanelName => tab !== 'notifications'
