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
        no_key TEXT,
        no_number INTEGER,
        title TEXT NOT NULL DEFAULT '',
        title_key TEXT,
        source TEXT NOT NULL DEFAULT '',
        source_key TEXT,
        place TEXT NOT NULL DEFAULT '',
        place_key TEXT,
        category TEXT NOT NULL DEFAULT '',
        category_key TEXT,
        section TEXT NOT NULL DEFAULT '',
        section_key TEXT,
        units TEXT NOT NULL DEFAULT '[]',
        units_key TEXT,
        leader TEXT NOT NULL DEFAULT '',
        leader_key TEXT,
        person TEXT NOT NULL DEFAULT '',
        person_key TEXT,
        phone TEXT NOT NULL DEFAULT '',
        limit_period TEXT NOT NULL DEFAULT '{"kind":"unknown","text":""}',
        limit_text TEXT NOT NULL DEFAULT '',
        limit_kind TEXT NOT NULL DEFAULT 'unknown',
        limit_due TEXT,
        type TEXT,
        measures TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        extra TEXT NOT NULL DEFAULT '{}',
        import_id TEXT,
        sheet TEXT NOT NULL DEFAULT '',
        row INTEGER,
        ord INTEGER NOT NULL DEFAULT 0,
        list TEXT NOT NULL DEFAULT '',
        list_key INTEGER NOT NULL DEFAULT 0,
        life TEXT NOT NULL DEFAULT 'live',
        -- Stands in lists: the record is whole and was not undone. Set once all else is, so that the indexes below are
        -- written once for each row of a large import.
        listed INTEGER NOT NULL DEFAULT 0,
        -- Changes with the words that the record is found by; NULL when it is found by none.
        search_key INTEGER,
        life_reason TEXT,
        state TEXT NOT NULL DEFAULT 'registered',
        state_text TEXT NOT NULL DEFAULT '',
        round INTEGER NOT NULL DEFAULT 1,
        progress TEXT NOT NULL DEFAULT '',
        percent REAL,
        evidence INTEGER NOT NULL DEFAULT 0,
        registered_on TEXT,
        received_on TEXT,
        start TEXT,
        due TEXT,
        lasting INTEGER NOT NULL DEFAULT 0,
        done_on TEXT,
        closed_on TEXT
      ) STRICT;
      CREATE INDEX issues_import ON issues (import_id, ord);
      -- The ledger's own order, and the usual sorts; an undone record is in no list.
      CREATE INDEX issues_own_order ON issues (list_key, ord, rid) WHERE listed = 1;
      -- Holds all that a light is judged by, so that lights are counted without reading the rows.
      CREATE INDEX issues_due ON issues (due, rid, state, done_on, lasting, percent, start) WHERE listed = 1;
      CREATE INDEX issues_state ON issues (state, due, rid) WHERE listed = 1;
      CREATE INDEX issues_no ON issues (no_key, rid) WHERE listed = 1;
      CREATE INDEX issues_number ON issues (no_number) WHERE listed = 1 AND no_number IS NOT NULL;
      CREATE INDEX issues_units ON issues (units_key, rid) WHERE listed = 1;
      -- The few whose due date moves with the day.
      CREATE INDEX issues_of_the_day ON issues (limit_kind) WHERE limit_kind IN ('recurring', 'immediate', 'workdays');
    `);
  },
};
