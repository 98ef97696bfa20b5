import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { referenceText } from './testing/reference-text.ts'

const file = fileURLToPath(new URL('../../../docs/server-reference.md', import.meta.url))

test('docs/server-reference.md tells of the options, events and metrics that there are', async () => {
  await expect(await referenceText()).toMatchFileSnapshot(file)
})
