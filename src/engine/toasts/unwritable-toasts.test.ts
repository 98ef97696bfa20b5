/** Toasts while the disk can be read and not written. */
import { expect, it } from 'vitest'
import { startUnwritable } from '../unwritable-engine.ts'

it('a snoozed notification comes back although its story cannot be written', () => {
  const { app, refuseWrites } = startUnwritable(1)
  void app.engine.handlers.snooze({ rowIds: [1], choice: '10-minutes' })
  refuseWrites()
  const before = app.shown.length
  app.clock.advance(600_000)
  expect(app.shown.slice(before).map(({ toastId }) => toastId)).toEqual(['n-1'])
})

it('what was snoozed is not called refused because its story cannot be written', async () => {
  const { app, database } = startUnwritable(1)
  database.exec('CREATE TEMP TRIGGER t BEFORE INSERT ON story_events BEGIN SELECT RAISE(ABORT, 1); END')
  expect(await app.engine.handlers.snooze({ rowIds: [1], choice: '10-minutes' })).toEqual({})
  expect((await app.engine.handlers.getSnapshot({})).snoozes).toHaveLength(1)
})
