/**
 * The commit log (EX1–EX3) and what every record has: its id, its versions, its steps. State tables of later
 * migrations are computed from this and could be thrown away.
 */
import type { Migration } from "../migrate.ts";

export const log: Migration = {
  number: 1,
  name: "log",
  up: (db) => {
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      -- One row for each life of this database and, later, for each that its neighbours told of.
      CREATE TABLE epochs (
        no INTEGER PRIMARY KEY, epoch TEXT NOT NULL UNIQUE, reason TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE commits (
        id INTEGER PRIMARY KEY,
        epoch INTEGER NOT NULL REFERENCES epochs (no),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        prev TEXT,
        lamport INTEGER NOT NULL,
        at TEXT NOT NULL,
        office TEXT NOT NULL,
        device TEXT NOT NULL,
        action TEXT NOT NULL,
        note TEXT,
        undoes TEXT,
        signature BLOB,
        UNIQUE (epoch, seq)
      ) STRICT;
      CREATE INDEX commits_undoes ON commits (undoes) WHERE undoes IS NOT NULL;

      CREATE TABLE records (
        rid INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        created INTEGER NOT NULL REFERENCES commits (id)
      ) STRICT;

      CREATE TABLE changes (
        commit_id INTEGER NOT NULL REFERENCES commits (id),
        ord INTEGER NOT NULL,
        rid INTEGER NOT NULL REFERENCES records (rid),
        unit TEXT NOT NULL,
        value TEXT NOT NULL,
        base TEXT NOT NULL,
        behalf TEXT,
        PRIMARY KEY (commit_id, ord)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX changes_of_record ON changes (rid, commit_id, ord);

      -- The versions that stand now, by unit of merge; one without a row here stands as the record was created.
      CREATE TABLE heads (
        rid INTEGER NOT NULL REFERENCES records (rid),
        unit TEXT NOT NULL,
        commit_id INTEGER NOT NULL REFERENCES commits (id),
        PRIMARY KEY (rid, unit, commit_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE steps (
        rid INTEGER NOT NULL REFERENCES records (rid),
        commit_id INTEGER NOT NULL,
        ord INTEGER NOT NULL,
        data TEXT NOT NULL,
        retracted INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (rid, commit_id, ord)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE attachments (
        hash TEXT PRIMARY KEY, size INTEGER NOT NULL, mime TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- Records that hold one value by name and are read whole: settings, imports, remembered mappings, the office.
      CREATE TABLE facts (
        rid INTEGER NOT NULL REFERENCES records (rid), unit TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (rid, unit)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
