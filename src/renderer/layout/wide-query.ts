/** Where the panes have room side by side, and where a sidebar has room beside them. The stylesheets say the same. */
export const wideQuery = '(min-width: 760px)'
export const sidebarQuery = '(min-width: 1200px)'
