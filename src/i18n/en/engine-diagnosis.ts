export const engineDiagnosis = {
  'engine-diagnosis.both': '{first} {second}',
  'engine-diagnosis.not-tried': 'Not tried, since a step before it failed.',
  'engine-diagnosis.span.second': '{count, plural, one {# second} other {# seconds}}',
  'engine-diagnosis.span.minute': '{count, plural, one {# minute} other {# minutes}}',
  'engine-diagnosis.span.hour': '{count, plural, one {# hour} other {# hours}}',
  'engine-diagnosis.span.day': '{count, plural, one {# day} other {# days}}',
  'engine-diagnosis.address.late': 'The address could not be made ready within 5 seconds.',
  'engine-diagnosis.address.good': 'The address can be used.',
  'engine-diagnosis.address.open':
    'The address can be used. It starts with ws://, so others on the way can read what comes.',
  'engine-diagnosis.address.unencrypted':
    'The address can be used, but what proves who you are travels unencrypted. Use an address that starts with wss:// if the server has one.',
  'engine-diagnosis.dns.late': 'The name was not found within 5 seconds: check your network.',
  'engine-diagnosis.dns.server':
    'The name of the server leads to {count, plural, one {an address} other {# addresses}}.',
  'engine-diagnosis.dns.proxy':
    'The name of the proxy leads to {count, plural, one {an address} other {# addresses}}.',
  'engine-diagnosis.tcp.server': 'The server takes connections.',
  'engine-diagnosis.tcp.proxy': 'The proxy takes connections.',
  'engine-diagnosis.tcp.one-way.server':
    'The server takes connections, but not over {family}: the other way is used.',
  'engine-diagnosis.tcp.one-way.proxy':
    'The proxy takes connections, but not over {family}: the other way is used.',
  'engine-diagnosis.tcp.some.server':
    "Only {reachable} of the server's {all} addresses take connections, so that connecting may fail at times. Tell whoever runs it.",
  'engine-diagnosis.tcp.some.proxy':
    "Only {reachable} of the proxy's {all} addresses take connections, so that connecting may fail at times. Tell whoever runs it.",
  'engine-diagnosis.tls.late':
    'No secure connection to the server came about within 5 seconds: is its address ws:// instead of wss://?',
  'engine-diagnosis.tls.good': "The server's certificate is trusted, and valid until {until}.",
  'engine-diagnosis.tls.soon':
    "The server's certificate is trusted, but it expires on {until}, in {span}. Tell whoever runs the server.",
  'engine-diagnosis.tls.expired':
    "It was valid until {day}. This computer's clock says {today}: if that is wrong, set it right; if not, the server needs a new certificate.",
  'engine-diagnosis.tls.authority-expired':
    "This computer's clock says {today}: if that is wrong, set it right; if not, the server needs a new certificate.",
  'engine-diagnosis.tls.not-yet': "It is valid from {day}, and this computer's clock says {today}.",
  'engine-diagnosis.tls.other-name':
    "The server's certificate is for {names}, and not for {host}: check the address, or ask whoever runs the server.",
  'engine-diagnosis.upgrade.late':
    'Something takes connections there, but opens no WebSocket within 5 seconds: is it a notification server?',
  'engine-diagnosis.upgrade.good': 'The server opened a WebSocket.',
  'engine-diagnosis.upgrade.refused':
    'A second connection, under a client id of its own, was refused: {reason} The connection in use is open, so that this need not matter.',
  'engine-diagnosis.upgrade.live': 'The connection in use has been open for {span}.',
  'engine-diagnosis.frame.live': 'The server was last heard {span} ago.',
  'engine-diagnosis.frame.live.none':
    'The connection in use is open, and nothing has come yet: wait for a notification.',
  'engine-diagnosis.frame.ended': 'The connection was ended before anything came. {reason}',
  'engine-diagnosis.frame.good': 'The server was told the frequency, and something came.',
  'engine-diagnosis.frame.strange':
    'Something came that is no notification. Is it the address of a notification server?',
  'engine-diagnosis.frame.heard':
    'Nothing came on a second connection within 5 seconds, but the connection in use was told something {span} ago.',
  'engine-diagnosis.frame.silent':
    'The connection is open, but nothing came within 5 seconds. A server that has nothing to tell may be silent: have it send something, and look at the list.',
  'engine-diagnosis.acknowledgement.offline':
    '{count, plural, one {An acknowledgement waits} other {# acknowledgements wait}} for a connection. Nothing is lost: sending goes on once there is one.',
  'engine-diagnosis.acknowledgement.waiting':
    "{count, plural, one {An acknowledgement waits} other {# acknowledgements wait}} for the server's confirmation, for {span} by now. Sending is tried again by itself.",
  'engine-diagnosis.acknowledgement.confirmed': 'The server last confirmed one {span} ago.',
  'engine-diagnosis.acknowledgement.confirmed.some':
    'The server last confirmed one {span} ago. Some others it did not confirm: it may have forgotten them.',
  'engine-diagnosis.acknowledgement.unconfirmed':
    'The server has confirmed none of the last acknowledgements. It may not know them; they are tried again at each connection for a week.',
  'engine-diagnosis.acknowledgement.under-way': 'An acknowledgement is under way: look again in a moment.',
  'engine-diagnosis.acknowledgement.none':
    'Nothing from this source has been acknowledged yet. Mark a notification as read, then look again.',
  'engine-diagnosis.storage.late': 'The disk did not answer within 5 seconds.',
  'engine-diagnosis.storage.unwritable':
    'The folder {folder} cannot be written to: {cause}. Notifications wait in memory until it can.',
  'engine-diagnosis.storage.gone': 'it is not there any more',
  'engine-diagnosis.storage.differs': 'what is read is not what was written',
  'engine-diagnosis.storage.little':
    'The history can be written, but its disk is almost full. Free some space, or keep fewer notifications.',
  'engine-diagnosis.storage.good': 'The history can be written and read.',
  'engine-diagnosis.toast.off': 'Toasts are switched off. Switch them on in the settings to see any.',
  'engine-diagnosis.toast.chosen':
    'Do not disturb is on: notifications are stored without a toast until you turn it off, or its time is up.',
  'engine-diagnosis.toast.quiet-hours':
    'It is quiet hours now: notifications are stored without a toast until they end.',
  'engine-diagnosis.toast.system':
    "This computer's own do not disturb is on: turn it off in the computer's settings to see toasts.",
  'engine-diagnosis.toast.page':
    'The page shows toasts while it is open and your browser permits it, which only the page knows. Send a test notification to see one.',
  'engine-diagnosis.toast.good':
    'Toasts are on, and the computer has not refused any. Send a test notification to see one.',
  'engine-diagnosis.tray.good': 'Tocsin has its icon in the tray.',
  'engine-diagnosis.tray.browser':
    'In a browser there is no tray. Tocsin runs on until it is stopped where it was started.',
  'engine-diagnosis.tray.none':
    'This desktop shows no tray, so that Tocsin is only seen while its window is open. Start it again to open the window.',
  'engine-diagnosis.tray.none.linux':
    'This desktop shows no tray, so that Tocsin is only seen while its window is open. Start it again to open the window. On GNOME, the extension AppIndicator adds a tray.',
} as const
