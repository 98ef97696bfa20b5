/** The history's schema, as numbered steps. A step that has shipped never changes: add another. */

/**
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

export type Migration = { readonly version: number; readonly sql: string }

export const migrations: readonly Migration[] = [{ version: 1, sql: first }]
