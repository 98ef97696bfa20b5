/** For tests and benchmarks that are not about toasts: a desktop that takes every toast and does nothing, in English. */
import type { EngineDeps } from './engine.ts'

export const noDesktop: Pick<
  EngineDeps,
  'createToaster' | 'hostActions' | 'capabilities' | 'preferredLanguages'
> = {
  createToaster: (listener) => ({
    show: ({ toastId }) => listener.outcome(toastId, null),
    update: ({ toastId }) => listener.outcome(toastId, null),
    withdraw() {},
    [Symbol.dispose]() {},
  }),
  hostActions: { open() {}, quit: null },
  capabilities: {
    ...{ host: 'browser', version: '0.0.0', platform: 'linux' },
    ...{ hasTray: false, canQuit: false, toasts: 'page' },
  },
  preferredLanguages: () => [],
}
