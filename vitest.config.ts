import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    pool: 'forks',
    // No module keeps state, so files may share a process: a new one for each costs more than most of the tests in it.
    isolate: false,
    testTimeout: 20_000,
    // Its colours are tested; of any other stylesheet a test sees nothing.
    css: { include: [/tokens\.css/] },
  },
})
