/** The rectification ledger as it stands. The columns from `state` on are derived from steps; overdue is not stored at all. */
import type { Migration } from "../migrate.ts";

export const issues: Migration = {
  number: 4,
  name: "issues",
  up: (db) => {
    db.exec(`
      CREATE TABLE issues (
        rid INTEGER PRIMARY KEY REFERENCES records (rid),
        no TEXT NOT NULL DEFAULT '',
        no_key TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        title_key TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        category TEXT NOT NULL DEFAULT '',
        section TEXT NOT NULL DEFAULT '',
        units TEXT NOT NULL DEFAULT '[]',
        units_key TEXT NOT NULL DEFAULT '',
        leader TEXT NOT NULL DEFAULT '',
        person TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        limit_period TEXT NOT NULL DEFAULT '{"kind":"unknown","text":""}',
        limit_text TEXT NOT NULL DEFAULT '',
        limit_due TEXT,
        type TEXT,
        measures TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        extra TEXT NOT NULL DEFAULT '{}',
        import_id TEXT,
        sheet TEXT NOT NULL DEFAULT '',
        row INTEGER,
        ord INTEGER NOT NULL DEFAULT 0,
        life TEXT NOT NULL DEFAULT 'live',
        life_reason TEXT,
        state TEXT NOT NULL DEFAULT 'registered',
        state_text TEXT NOT NULL DEFAULT '',
        round INTEGER NOT NULL DEFAULT 1,
        progress TEXT NOT NULL DEFAULT '',
        percent REAL,
        evidence INTEGER NOT NULL DEFAULT 0,
        registered_on TEXT,
        received_on TEXT,
        due TEXT,
        done_on TEXT,
        closed_on TEXT
      ) STRICT;
      CREATE INDEX issues_due ON issues (due, rid) WHERE life <> 'undone';
      CREATE INDEX issues_state ON issues (state, due, rid) WHERE life <> 'undone';
      CREATE INDEX issues_no ON issues (no_key, rid) WHERE life <> 'undone';
      CREATE INDEX issues_import ON issues (import_id, ord);
    `);
  },
};
