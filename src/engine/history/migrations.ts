/** The history's schema, as numbered steps. A step that has shipped never changes: add another. */

/** Superseded by the second.
 * Titles and messages are not columns: they are read from the frame, which is kept as it came, so nothing is stored
 * twice. A row's acknowledgement is a reference, since one acknowledgement covers every row of its id (spec.md, fact 1).
 */
const first = `
CREATE TABLE sources (
  source_id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE acknowledgements (
  acknowledgement_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources,
  wire_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'confirmed', 'unconfirmed')),
  requested_at INTEGER NOT NULL,
  confirmed_at INTEGER
) STRICT;
CREATE INDEX outstanding_acknowledgements ON acknowledgements (source_id, wire_id) WHERE state <> 'confirmed';
CREATE INDEX pending_acknowledgements ON acknowledgements (source_id, acknowledgement_id) WHERE state = 'pending';

CREATE TABLE notifications (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources,
  type TEXT NOT NULL CHECK (type IN ('info', 'warning', 'error', 'success')),
  wire_id TEXT,
  received_at INTEGER NOT NULL,
  read_at INTEGER,
  acknowledgement_id INTEGER REFERENCES acknowledgements,
  frame TEXT NOT NULL
) STRICT;
CREATE INDEX unread_by_wire_id ON notifications (source_id, wire_id) WHERE read_at IS NULL;
CREATE INDEX unread_notifications ON notifications (row_id) WHERE read_at IS NULL;
CREATE INDEX notifications_by_type ON notifications (type, row_id);
CREATE INDEX acknowledged_notifications ON notifications (acknowledgement_id) WHERE acknowledgement_id IS NOT NULL;

CREATE TABLE counts (
  type TEXT PRIMARY KEY,
  total INTEGER NOT NULL CHECK (total >= 0),
  unread INTEGER NOT NULL CHECK (unread >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO counts VALUES ('info', 0, 0), ('warning', 0, 0), ('error', 0, 0), ('success', 0, 0);
`

/** Counts and volume, made from the rows; the tables are empty or about to be. */
export const rebuiltFigures = `
DELETE FROM counts;
INSERT INTO counts
  SELECT t.column1, count(n.row_id), coalesce(sum(n.row_id IS NOT NULL AND n.read_at IS NULL), 0)
  FROM (VALUES (0), (1), (2), (3)) AS t LEFT JOIN notifications AS n ON n.type = t.column1 AND n.deletion_id IS NULL
  GROUP BY t.column1;

DELETE FROM volume_by_minute;
DELETE FROM volume_by_hour;
DELETE FROM volume_by_day;
INSERT INTO volume_by_minute
  SELECT received_at / 60000, sum(type = 0), sum(type = 1), sum(type = 2), sum(type = 3)
  FROM notifications GROUP BY 1;
INSERT INTO volume_by_hour
  SELECT received_at / 3600000, sum(type = 0), sum(type = 1), sum(type = 2), sum(type = 3), min(row_id), max(row_id)
  FROM notifications GROUP BY 1;
INSERT INTO volume_by_day
  SELECT received_at / 86400000, sum(type = 0), sum(type = 1), sum(type = 2), sum(type = 3)
  FROM notifications GROUP BY 1;
`

/**
 * Rows get small, and inserting one touches the end of the table and of one index, nothing in their middles:
 * - A frame is stored as its shape's number and the values that differ (`frame-shape.ts`); shape 0 is a whole frame.
 * - There is no column and no index for ids of the wire: they are read from the frame (`read-jobs.ts` says when).
 * - Types and states are numbers: places in `notificationTypes` and `outboxStates`.
 * - Searching and filtering by type are the search index's business, which is a file of its own (`search/`).
 */
const second = `
CREATE TABLE shapes (
  shape_id INTEGER PRIMARY KEY,
  /** A JSON array: the texts between the values. */
  literals TEXT NOT NULL
) STRICT;

DROP INDEX outstanding_acknowledgements;
DROP INDEX pending_acknowledgements;
DROP INDEX acknowledged_notifications;
ALTER TABLE acknowledgements RENAME TO old_acknowledgements;
CREATE TABLE acknowledgements (
  acknowledgement_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  wire_id TEXT NOT NULL,
  /** 0 pending, 1 sent, 2 confirmed, 3 unconfirmed. */
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
  requested_at INTEGER NOT NULL,
  /** When it was last sent. */
  sent_at INTEGER,
  confirmed_at INTEGER
) STRICT;
INSERT INTO acknowledgements
  SELECT acknowledgement_id, source_id, wire_id,
    CASE state WHEN 'pending' THEN 0 WHEN 'sent' THEN 1 WHEN 'confirmed' THEN 2 ELSE 3 END,
    requested_at, NULL, confirmed_at
  FROM old_acknowledgements;
CREATE INDEX outstanding_acknowledgements ON acknowledgements (source_id, wire_id) WHERE state <> 2;
/** What the user has just done is sent first; in one wish the newest rows come first. */
CREATE INDEX pending_acknowledgements ON acknowledgements (source_id, requested_at DESC, acknowledgement_id)
  WHERE state = 0;
CREATE INDEX sent_acknowledgements ON acknowledgements (source_id, acknowledgement_id) WHERE state = 1;

ALTER TABLE notifications RENAME TO old_notifications;
CREATE TABLE notifications (
  /** Given by us, in the order of arrival, and never given twice (row_ids). */
  row_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  /** 0 info, 1 warning, 2 error, 3 success. */
  type INTEGER NOT NULL CHECK (type BETWEEN 0 AND 3),
  received_at INTEGER NOT NULL,
  /** Milliseconds from received to stored: large where the disk refused for a while. */
  stored_after_ms INTEGER NOT NULL,
  /** What was decided about its toast: a code of toast-fate.ts. */
  toast_fate INTEGER NOT NULL,
  read_at INTEGER,
  acknowledgement_id INTEGER,
  pinned_at INTEGER,
  /** Set while a deletion can still be undone: the row is hidden. */
  deletion_id INTEGER,
  shape_id INTEGER NOT NULL,
  frame TEXT NOT NULL
) STRICT;
INSERT INTO notifications
  SELECT row_id, source_id,
    CASE type WHEN 'info' THEN 0 WHEN 'warning' THEN 1 WHEN 'error' THEN 2 ELSE 3 END,
    received_at, 0, 0, read_at, acknowledgement_id, NULL, NULL, 0, frame
  FROM old_notifications ORDER BY row_id;
CREATE TABLE row_ids (next_row_id INTEGER NOT NULL) STRICT;
INSERT INTO row_ids SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'old_notifications';
DROP TABLE old_notifications;
DROP TABLE old_acknowledgements;
CREATE INDEX unread_notifications ON notifications (row_id) WHERE read_at IS NULL AND deletion_id IS NULL;
CREATE INDEX pinned_notifications ON notifications (row_id) WHERE pinned_at IS NOT NULL;
CREATE INDEX acknowledged_notifications ON notifications (acknowledgement_id) WHERE acknowledgement_id IS NOT NULL;
CREATE INDEX deleted_notifications ON notifications (deletion_id, row_id) WHERE deletion_id IS NOT NULL;

/** Marking as read that goes on in slices: every unread row from before_row_id downwards, or those of one id. */
CREATE TABLE read_jobs (
  read_job_id INTEGER PRIMARY KEY,
  /** Rows below this one are not looked at yet; it goes down with each slice. */
  before_row_id INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  /** Null: every row. Otherwise the rows of this acknowledgement's source and id. */
  acknowledgement_id INTEGER
) STRICT;

/** Deletions that can be undone, or whose rows are being removed. */
CREATE TABLE deletions (
  deletion_id INTEGER PRIMARY KEY,
  requested_at INTEGER NOT NULL,
  /** Its rows are coming back, in slices. */
  is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;
/** Rows that are gone, until the search index has heard of it. */
CREATE TABLE removed_rows (row_id INTEGER PRIMARY KEY) STRICT;

DROP TABLE counts;
/** One row a type, as above. Rows that are hidden by a deletion are not counted. */
CREATE TABLE counts (
  type INTEGER PRIMARY KEY CHECK (type BETWEEN 0 AND 3),
  total INTEGER NOT NULL CHECK (total >= 0),
  unread INTEGER NOT NULL CHECK (unread >= 0)
) STRICT;
/** What arrived in each minute, hour and day, in UTC: bucket is the time since the epoch in that unit. */
CREATE TABLE volume_by_minute (
  bucket INTEGER PRIMARY KEY,
  info INTEGER NOT NULL, warning INTEGER NOT NULL, error INTEGER NOT NULL, success INTEGER NOT NULL
) STRICT;
/** Also which rows: so that a search by date finds its place without a scan. */
CREATE TABLE volume_by_hour (
  bucket INTEGER PRIMARY KEY,
  info INTEGER NOT NULL, warning INTEGER NOT NULL, error INTEGER NOT NULL, success INTEGER NOT NULL,
  first_row_id INTEGER NOT NULL, last_row_id INTEGER NOT NULL
) STRICT;
CREATE TABLE volume_by_day (
  bucket INTEGER PRIMARY KEY,
  info INTEGER NOT NULL, warning INTEGER NOT NULL, error INTEGER NOT NULL, success INTEGER NOT NULL
) STRICT;
${rebuiltFigures}
/** How long things took: how many fell into which bucket of durations (duration-buckets.ts). */
CREATE TABLE durations (
  measure INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 0),
  PRIMARY KEY (measure, bucket)
) STRICT, WITHOUT ROWID;

/** When the connection was up; ended_at is brought forward while it is. */
CREATE TABLE connected_periods (
  period_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  /** Why it ended, for people; null while it lasts, and where Tocsin was ended. */
  reason TEXT
) STRICT;
/** When Tocsin ran at all: what was not up while it did not run is no interruption. */
CREATE TABLE running_periods (
  period_id INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL
) STRICT;

/** What happened to a notification beyond what its row says. */
CREATE TABLE story_events (
  story_event_id INTEGER PRIMARY KEY,
  row_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  /** A code of story.ts. */
  what INTEGER NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX story_events_by_row ON story_events (row_id);
`

/** For do not disturb and for snoozing. A row of `snoozes` may outlive its notification: it is skipped then. */
const third = `
/** Single values that outlast a restart. */
CREATE TABLE kept (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE snoozes (
  row_id INTEGER PRIMARY KEY,
  /** When it comes back, milliseconds since the epoch. */
  until INTEGER NOT NULL
) STRICT;
`

/** How far the streams of a server that resumes are stored (docs/resumption.md). */
const fourth = `
CREATE TABLE cursors (
  source_id INTEGER NOT NULL,
  /** Where the source's address does not say it; else empty. */
  client_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  own_sequence INTEGER NOT NULL,
  all_sequence INTEGER NOT NULL,
  PRIMARY KEY (source_id, client_id)
) STRICT, WITHOUT ROWID;
`

export type Migration = { readonly version: number; readonly sql: string }

export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: second },
  { version: 3, sql: third },
  { version: 4, sql: fourth },
]
