/** A socket.io server that emits what is posted to everyone. `socket-io-broadcaster.js FOLDER`, where socket.io is. */
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { Server } = createRequire(join(process.argv[2] ?? '', 'peers.js'))('socket.io')
const answer = '{"id":"notif_0mx0npzxq00009582a9cd","recipients":{"online":0,"waiting":1}}\n'
const server = createServer((request, response) => {
  // Its own requests are answered by itself.
  if (request.url?.startsWith('/socket.io')) return
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    io.emit('notification', JSON.parse(Buffer.concat(chunks).toString()))
    response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': answer.length })
    response.end(answer)
  })
})
// No pings within a measurement: the counting client does not answer them.
const io = new Server(server, {
  transports: ['websocket'],
  perMessageDeflate: false,
  pingInterval: 3_600_000,
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Listening on ws://127.0.0.1:${server.address().port}\n`)
})
