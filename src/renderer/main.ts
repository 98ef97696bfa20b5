/** Entry of the window, small and first: asks the host for what is to be shown while the code that shows it is loaded. */
import { createTimerSchedule } from './time/schedule.ts'
import { askEarly } from './transport/early-transport.ts'
import { createPageTransport } from './transport/page-transport.ts'
import { warmUp } from './warm-up.ts'

const reportProblem = (problem: string): void => reportError(new Error(problem))
const schedule = createTimerSchedule()
const transport = askEarly(createPageTransport(schedule, reportProblem))
// Not awaited here: what the window's code shares with this one is imported from here.
import('./open-window.tsx')
  .then(({ openWindow }) => openWindow({ transport, schedule, reportProblem }))
  .catch(reportError)
warmUp()
