export const engineConnection = {
  'engine-connection.close.1000': 'The server ended the connection.',
  'engine-connection.close.1001': 'The server is shutting down.',
  'engine-connection.close.1002': 'The server closed the connection: it saw a protocol error (1002).',
  'engine-connection.close.1003': 'The server closed the connection: it did not accept our message (1003).',
  'engine-connection.close.1006': 'The connection broke off.',
  'engine-connection.close.1007': 'The connection was closed: a message was not valid UTF-8 (1007).',
  'engine-connection.close.1008': 'The server refused us (1008).',
  'engine-connection.close.1009': 'The connection was closed: a message was larger than allowed (1009).',
  'engine-connection.close.1011': 'The server closed the connection: it had an internal error (1011).',
  'engine-connection.close.1012': 'The server is restarting (1012).',
  'engine-connection.close.1013': 'The server asks us to try again later (1013).',
  'engine-connection.close.4401': 'The server does not know us (4401): it wants a token.',
  'engine-connection.close.4403': 'The server does not let us in (4403).',
  'engine-connection.close.other': 'The server closed the connection with code {code}.',
  'engine-connection.close.said': '{sentence} It said: {reason}',
  'engine-connection.no-answer': 'The server no longer answers.',
  'engine-connection.open-timeout': 'The server did not answer within 15 seconds.',
  'engine-connection.gap': 'Something is missing from what the server sent: it is asked for it again.',
  'engine-connection.network.refused.server': 'Nothing answers at that address: is the server running?',
  'engine-connection.network.refused.proxy': "Nothing answers at the proxy's address: is the proxy running?",
  'engine-connection.network.reset.server': 'The server broke off the connection.',
  'engine-connection.network.reset.proxy': 'The proxy broke off the connection.',
  'engine-connection.network.not-found.server':
    'The name of the server cannot be found: check the address and your network.',
  'engine-connection.network.not-found.proxy':
    'The name of the proxy cannot be found: check the address and your network.',
  'engine-connection.network.look-up.server':
    'The name of the server cannot be looked up right now: check your network.',
  'engine-connection.network.look-up.proxy':
    'The name of the proxy cannot be looked up right now: check your network.',
  'engine-connection.network.timed-out.server': 'The server did not answer in time.',
  'engine-connection.network.timed-out.proxy': 'The proxy did not answer in time.',
  'engine-connection.network.no-way.server': 'There is no way to the server: check your network.',
  'engine-connection.network.no-way.proxy': 'There is no way to the proxy: check your network.',
  'engine-connection.network.none': 'There is no network.',
  'engine-connection.network.too-large':
    'The server sent a message larger than 1 MiB, and was cut off (1009).',
  'engine-connection.network.not-utf8':
    'The server sent text that is not valid UTF-8, and was cut off (1007).',
  'engine-connection.network.other.server': 'The connection failed: {message}.',
  'engine-connection.network.other.proxy': 'The proxy cannot be used: {message}.',
  'engine-connection.certificate.expired.server': "The server's certificate has expired.",
  'engine-connection.certificate.expired.proxy': "The proxy's certificate has expired.",
  'engine-connection.certificate.not-yet.server':
    "The server's certificate is not valid yet: check this computer's clock.",
  'engine-connection.certificate.not-yet.proxy':
    "The proxy's certificate is not valid yet: check this computer's clock.",
  'engine-connection.certificate.revoked.server': "The server's certificate has been revoked.",
  'engine-connection.certificate.revoked.proxy': "The proxy's certificate has been revoked.",
  'engine-connection.certificate.self-signed.server':
    "The server's certificate is self-signed, and so not trusted. To trust it, name its file as the certificate authority in the settings.",
  'engine-connection.certificate.self-signed.proxy':
    "The proxy's certificate is self-signed, and so not trusted. To trust it, name its file as the certificate authority in the settings.",
  'engine-connection.certificate.unknown-authority.server':
    "The server's certificate comes from an authority that is not trusted. To trust that authority, name its file as the certificate authority in the settings.",
  'engine-connection.certificate.unknown-authority.proxy':
    "The proxy's certificate comes from an authority that is not trusted. To trust that authority, name its file as the certificate authority in the settings.",
  'engine-connection.certificate.other-name.server': "The server's certificate is for another name.",
  'engine-connection.certificate.other-name.proxy': "The proxy's certificate is for another name.",
  'engine-connection.tls.server':
    'No secure connection to the server came about ({code}): is its address ws:// instead of wss://?',
  'engine-connection.tls.proxy':
    'No secure connection to the proxy came about ({code}): is its address http:// instead of https://?',
  'engine-connection.status.401': 'The server does not let us in (HTTP 401): it wants an access token.',
  'engine-connection.status.403': 'The server does not let us in (HTTP 403).',
  'engine-connection.status.404':
    'The server has no notifications at that address (HTTP 404): check the path.',
  'engine-connection.status.429': 'The server asks us to come less often (HTTP 429).',
  'engine-connection.status.fault': 'The server has a fault of its own (HTTP {status}).',
  'engine-connection.status.other': 'The server answered with HTTP {status} instead of opening a WebSocket.',
  'engine-connection.proxy-status.407':
    'The proxy wants a name and a password (HTTP 407): write them into its address, http://name:password@host.',
  'engine-connection.proxy-status.403': 'The proxy does not let us through to that server (HTTP 403).',
  'engine-connection.proxy-status.429': 'The proxy asks us to come less often (HTTP 429).',
  'engine-connection.proxy-status.fault': 'The proxy did not reach the server (HTTP {status}).',
  'engine-connection.proxy-status.other':
    'The proxy answered with HTTP {status} instead of letting us through.',
  'engine-connection.proxy.no-http': 'it does not speak HTTP',
  'engine-connection.authority.full-path':
    'The certificate authority "{path}" needs the full path of its file.',
  'engine-connection.authority.none':
    "The certificate authority's file {path} holds no certificate in PEM that can be read.",
  'engine-connection.authority.unreadable':
    "The certificate authority's file {path} cannot be read ({cause}).",
  'engine-connection.authority.no-file': 'it is not a file',
  'engine-connection.authority.large': 'it is too large',
  'engine-connection.authority.system':
    'The authorities that this computer trusts cannot be read here. Those built into Tocsin are used, and your own file.',
  'engine-connection.proxy.setting':
    'Proxy must be empty, the word "environment", or an address that starts with http:// or https://.',
  'engine-connection.proxy.bad':
    'The proxy in the settings cannot be used: its address must start with http:// or https://.',
  'engine-connection.proxy.bad.environment':
    "The environment's proxy (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY) cannot be used: its address must start with http:// or https://.",
  'engine-connection.token.bad':
    'An access token is one word of letters, digits and signs. Copy it again, without spaces or line breaks in it.',
  'engine-connection.token.unencrypted':
    'The access token travels to {host} unencrypted. Use an address that starts with wss:// if the server has one.',
  'engine-connection.address.no-client-id': 'The client id must not be empty.',
  'engine-connection.address.dots': 'The client id cannot be "{clientId}": no web address can hold it.',
  'engine-connection.address.no-address':
    '"{source}" is not a notification address: it must start with ws:// or wss://.',
  'engine-connection.address.fragment':
    '"{source}" has a part after #, which a WebSocket address cannot have.',
  'engine-connection.log.connected': 'Connected to {address}.',
  'engine-connection.log.connected.built-in': 'Connected to the built-in server.',
  'engine-connection.log.resumed': 'Connected to {address}, and on from where it was.',
  'engine-connection.log.resumed.built-in': 'Connected to the built-in server, and on from where it was.',
  'engine-connection.log.waiting': '{reason} Trying again in {seconds, number, ::.0} s.',
  'engine-connection.log.disconnected': 'Disconnected, as you asked.',
  'engine-connection.log.silent': 'Connected, but nothing comes from the server any more.',
  'engine-connection.log.heard': 'The server is heard again.',
} as const
