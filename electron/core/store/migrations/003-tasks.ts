/** Linkage tasks as they stand. The columns from `state` on are derived from steps and the calendar. */
import type { Migration } from "../migrate.ts";

export const tasks: Migration = {
  number: 3,
  name: "tasks",
  up: (db) => {
    db.exec(`
      CREATE TABLE tasks (
        rid INTEGER PRIMARY KEY REFERENCES records (rid),
        no TEXT NOT NULL DEFAULT '',
        no_key TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        title_key TEXT NOT NULL DEFAULT '',
        measures TEXT NOT NULL DEFAULT '',
        section TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        lead TEXT NOT NULL DEFAULT '[]',
        responsible TEXT NOT NULL DEFAULT '[]',
        support TEXT NOT NULL DEFAULT '[]',
        lead_key TEXT NOT NULL DEFAULT '',
        responsible_key TEXT NOT NULL DEFAULT '',
        period TEXT NOT NULL DEFAULT '{"kind":"unknown","text":""}',
        period_text TEXT NOT NULL DEFAULT '',
        period_kind TEXT NOT NULL DEFAULT 'unknown',
        period_start TEXT,
        period_due TEXT,
        extra TEXT NOT NULL DEFAULT '{}',
        import_id TEXT,
        sheet TEXT NOT NULL DEFAULT '',
        row INTEGER,
        ord INTEGER NOT NULL DEFAULT 0,
        life TEXT NOT NULL DEFAULT 'live',
        life_reason TEXT,
        state TEXT NOT NULL DEFAULT 'issued',
        percent REAL,
        progress TEXT NOT NULL DEFAULT '',
        start TEXT,
        due TEXT,
        reported_on TEXT,
        done_on TEXT
      ) STRICT;
      CREATE INDEX tasks_import ON tasks (import_id, ord);
      CREATE INDEX tasks_due ON tasks (due) WHERE life <> 'undone';
    `);
  },
};
