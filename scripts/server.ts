/** `npm run server`: the notification server alone, from source: Node 24 runs TypeScript as it is. */
await import('../src/server/cli.ts')
