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
        no_key TEXT,
        title TEXT NOT NULL DEFAULT '',
        title_key TEXT,
        measures TEXT NOT NULL DEFAULT '',
        section TEXT NOT NULL DEFAULT '',
        section_key TEXT,
        note TEXT NOT NULL DEFAULT '',
        lead TEXT NOT NULL DEFAULT '[]',
        responsible TEXT NOT NULL DEFAULT '[]',
        support TEXT NOT NULL DEFAULT '[]',
        lead_key TEXT,
        responsible_key TEXT,
        support_key TEXT,
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
        list TEXT NOT NULL DEFAULT '',
        list_key INTEGER NOT NULL DEFAULT 0,
        life TEXT NOT NULL DEFAULT 'live',
        -- Stands in lists: the record is whole and was not undone. Set once all else is, so that the indexes below are
        -- written once for each row of a large import.
        listed INTEGER NOT NULL DEFAULT 0,
        -- Changes with the words that the record is found by; NULL when it is found by none.
        search_key INTEGER,
        life_reason TEXT,
        state TEXT NOT NULL DEFAULT 'issued',
        percent REAL,
        progress TEXT NOT NULL DEFAULT '',
        start TEXT,
        due TEXT,
        lasting INTEGER NOT NULL DEFAULT 0,
        received_on TEXT,
        reported_on TEXT,
        done_on TEXT
      ) STRICT;
      CREATE INDEX tasks_import ON tasks (import_id, ord);
      -- The list's own order, and the usual sorts; an undone record is in no list.
      CREATE INDEX tasks_own_order ON tasks (list_key, ord, rid) WHERE listed = 1;
      -- Holds all that a light is judged by, so that lights are counted without reading the rows.
      CREATE INDEX tasks_due ON tasks (due, rid, state, reported_on, lasting, percent, start) WHERE listed = 1;
      CREATE INDEX tasks_state ON tasks (state, due, rid) WHERE listed = 1;
      CREATE INDEX tasks_no ON tasks (no_key, rid) WHERE listed = 1;
      -- The few whose due date moves with the day.
      CREATE INDEX tasks_of_the_day ON tasks (period_kind) WHERE period_kind IN ('recurring', 'immediate', 'workdays');
    `);
  },
};
