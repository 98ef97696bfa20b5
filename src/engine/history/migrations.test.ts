import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openStorage } from '../storage-under-test.ts'
import { openDatabase } from './database.ts'
import { migrations } from './migrations.ts'
import { historyFileName } from './open-history.ts'

const minuteMs = 60_000

/** A history as the first format had it: an error read and confirmed, one read and pending, an info unread. */
function fillFirstFormat(database: DatabaseSync): void {
  database.exec(`
    INSERT INTO sources VALUES (7, 'ws://old');
    INSERT INTO acknowledgements VALUES (1, 7, 'a', 'confirmed', 100, 200), (2, 7, 'b', 'pending', 300, NULL);
    INSERT INTO notifications (row_id, source_id, type, wire_id, received_at, read_at, acknowledgement_id, frame) VALUES
      (1, 7, 'error', 'a', ${minuteMs}, 100, 1, '{"type":"error","title":"A","id":"a"}'),
      (2, 7, 'error', 'b', ${minuteMs + 1}, 300, 2, '{"type":"error","title":"B","id":"b"}'),
      (5, 7, 'info', 'c', ${2 * minuteMs}, NULL, NULL, '{"type":"info","title":"C","id":"c"}');
    DELETE FROM notifications WHERE row_id = 5;
    INSERT INTO notifications (row_id, source_id, type, wire_id, received_at, frame) VALUES
      (4, 7, 'info', 'c', ${2 * minuteMs}, '{"type":"info","title":"C","id":"c"}');
    UPDATE counts SET total = 2 WHERE type = 'error';
    UPDATE counts SET total = 1, unread = 1 WHERE type = 'info';
  `)
}

describe('the second format', () => {
  it('holds all that the first one held, and counts it', () => {
    const dataDir = temporaryFolder()
    const path = join(dataDir, historyFileName)
    const old = openDatabase(path, migrations.slice(0, 1))
    fillFirstFormat(old)
    old.close()

    const { storage, arrive } = openStorage(dataDir)
    const rows = storage.history.newest(10)
    expect(
      rows.map(({ rowId, title, readAt, acknowledgement }) => [rowId, title, readAt, acknowledgement]),
    ).toEqual([
      [4, 'C', null, 'none'],
      [2, 'B', 300, 'pending'],
      [1, 'A', 100, 'confirmed'],
    ])
    expect(storage.counts.read()).toMatchObject({
      error: { total: 2, unread: 0 },
      info: { total: 1, unread: 1 },
    })
    expect(storage.volume.series('minute', 0, 10 * minuteMs).buckets).toEqual([
      { at: minuteMs, info: 0, warning: 0, error: 2, success: 0 },
      { at: 2 * minuteMs, info: 1, warning: 0, error: 0, success: 0 },
    ])
    expect(storage.outbox.pending(storage.sources.id('ws://old'), 10).map(({ wireId }) => wireId)).toEqual([
      'b',
    ])
    // Ids are never given twice, also those of rows that are gone.
    expect(arrive({ type: 'info', title: 'D' })).toEqual([6])
    expect(storage.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })
})

describe('the third format', () => {
  it('holds all that the second one held, and has nothing kept or snoozed', () => {
    const path = join(temporaryFolder(), historyFileName)
    const old = openDatabase(path, migrations.slice(0, 2))
    old.exec(`INSERT INTO notifications
      (row_id, source_id, type, received_at, stored_after_ms, toast_fate, shape_id, frame)
      VALUES (3, 1, 2, 100, 0, 1, 0, '{"type":"error","title":"A"}')`)
    const tables = (database: DatabaseSync): readonly string[] =>
      database
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
        .all()
        .map((row) => String(row['name']))
    const before = tables(old)
    old.close()

    using database = openDatabase(path, migrations.slice(0, 3))
    expect(database.prepare('SELECT row_id, frame FROM notifications').all()).toEqual([
      { row_id: 3, frame: '{"type":"error","title":"A"}' },
    ])
    expect(tables(database).filter((name) => !before.includes(name))).toEqual(['kept', 'snoozes'])
    const count = 'SELECT (SELECT count(*) FROM kept) AS kept, (SELECT count(*) FROM snoozes) AS snoozes'
    expect(database.prepare(count).get()).toEqual({ kept: 0, snoozes: 0 })
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })
})

describe('the fourth format', () => {
  it('holds all that the third one held, and knows no server that resumes yet', () => {
    const dataDir = temporaryFolder()
    const path = join(dataDir, historyFileName)
    const old = openDatabase(path, migrations.slice(0, 3))
    old.exec(`
      INSERT INTO sources VALUES (1, 'ws://old');
      INSERT INTO snoozes VALUES (3, 500);
      INSERT INTO notifications (row_id, source_id, type, received_at, stored_after_ms, toast_fate, shape_id, frame)
      VALUES (3, 1, 2, 100, 0, 1, 0, '{"type":"error","title":"A"}')`)
    old.close()

    const { storage } = openStorage(dataDir)
    expect(storage.history.newest(10).map(({ rowId, title }) => [rowId, title])).toEqual([[3, 'A']])
    expect(storage.database.prepare('SELECT * FROM snoozes').all()).toEqual([{ row_id: 3, until: 500 }])
    expect(storage.cursors.read('ws://old', '')).toBeNull()
    storage.cursors.write(1, '', { epoch: 'e', own: 1, all: 2 })
    storage.cursors.write(1, 'bob', { epoch: 'f', own: 3, all: 4 })
    storage.cursors.write(1, '', { epoch: 'e', own: 5, all: 6 })
    expect(storage.cursors.read('ws://old', '')).toEqual({ epoch: 'e', own: 5, all: 6 })
    expect(storage.cursors.read('ws://old', 'bob')).toEqual({ epoch: 'f', own: 3, all: 4 })
    expect(storage.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })
})
