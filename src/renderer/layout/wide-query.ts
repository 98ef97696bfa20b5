/** Where the panes have room side by side. The stylesheets say the same. */
export const wideQuery = '(min-width: 760px)'
