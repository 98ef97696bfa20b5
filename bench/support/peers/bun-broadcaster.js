/** What Bun brings by itself, run by Bun: `publish` to a topic that everyone has subscribed to. Nothing stored or numbered. */
const answer = '{"id":"notif_0mx0npzxq00009582a9cd","recipients":{"online":0,"waiting":1}}\n'
const { Bun } = globalThis
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  async fetch(request, listening) {
    if (request.method !== 'POST')
      return listening.upgrade(request) ? undefined : new Response('', { status: 400 })
    listening.publish('everyone', await request.text())
    return new Response(answer, { status: 201, headers: { 'Content-Type': 'application/json' } })
  },
  websocket: {
    perMessageDeflate: false,
    open: (socket) => void socket.subscribe('everyone'),
    message() {},
  },
})
process.stdout.write(`Listening on ws://127.0.0.1:${server.port}\n`)
