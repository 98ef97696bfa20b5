/** Servers to compare ours with: nothing stored, nothing numbered, nobody refused. `node-broadcaster.ts KIND` */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { frameText } from '../../../src/server/delivery/frame-text.ts'

const kind = process.argv[2]
const wires = new Set<Duplex>()
const sockets = new Set<WebSocket>()

function broadcast(body: Buffer): void {
  if (kind === 'socket.write') {
    const frame = frameText(body.toString())
    for (const wire of wires) wire.write(frame)
  }
  if (kind === 'ws.send') {
    const text = body.toString()
    for (const socket of sockets) socket.send(text)
  }
}

const answer = '{"id":"notif_0mx0npzxq00009582a9cd","recipients":{"online":0,"waiting":1}}\n'
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    broadcast(Buffer.concat(chunks))
    response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': answer.length })
    response.end(answer)
  })
})
const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false })
server.on('upgrade', (request, wire, head) =>
  upgrades.handleUpgrade(request, wire, head, (socket) => {
    wires.add(wire)
    sockets.add(socket)
  }),
)
server.listen(0, '127.0.0.1', () => {
  // Listening on a port gives an address with one.
  process.stdout.write(`Listening on ws://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
