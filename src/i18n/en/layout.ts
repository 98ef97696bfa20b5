export const layout = {
  'layout.views': 'Views',
  'layout.tab.notifications': 'Notifications',
  'layout.tab.statistics': 'Statistics',
  'layout.tab.connection': 'Connection',
  'layout.overview': 'Overview',
  'layout.sidebar': 'Sidebar',
  'layout.sidebar.show': 'Show sidebar',
  'layout.sidebar.hide': 'Hide sidebar',
  'layout.resize.sidebar': 'Width of the sidebar',
  'layout.resize.panel': 'Width of the right pane',
  'layout.resize.help': 'Drag, or use the arrow keys. Double-click for the usual width.',
  'layout.resize.width': '{width, number} pixels',
} as const
