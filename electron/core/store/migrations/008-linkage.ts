/** Tasks across the tiers: breakdown, assignments with periods of their own, campaigns, what lasts and is reported on; and urgings. */
import type { Migration } from "../migrate.ts";

export const linkage: Migration = {
  number: 8,
  name: "linkage",
  up: (db) => {
    db.exec(`
      -- The record that a task is a part of, as said; and its row, NULL where there is none or it would lead in a circle.
      ALTER TABLE tasks ADD COLUMN parent TEXT;
      ALTER TABLE tasks ADD COLUMN parent_rid INTEGER;
      CREATE INDEX tasks_parent ON tasks (parent) WHERE parent IS NOT NULL;
      CREATE INDEX tasks_parent_rid ON tasks (parent_rid) WHERE parent_rid IS NOT NULL;

      ALTER TABLE tasks ADD COLUMN campaign TEXT NOT NULL DEFAULT '';
      ALTER TABLE tasks ADD COLUMN campaign_key TEXT;
      -- The campaign as kept, JSON; NULL: none.
      ALTER TABLE tasks ADD COLUMN campaign_value TEXT;

      -- The period that this office goes by where that is not the task's own: its assignment's, or an extension; JSON and its text.
      ALTER TABLE tasks ADD COLUMN period_here TEXT;
      ALTER TABLE tasks ADD COLUMN period_here_text TEXT;
      -- The occurrence that 'due' is of, as the recurrence names it, before any shift for holidays.
      ALTER TABLE tasks ADD COLUMN occurrence TEXT;
      -- The day by which a task that lasts has to be reported on next, and whether the time before was missed.
      ALTER TABLE tasks ADD COLUMN report_due TEXT;
      ALTER TABLE tasks ADD COLUMN report_missed INTEGER NOT NULL DEFAULT 0;
      -- The day of the last word from whoever has it in hand.
      ALTER TABLE tasks ADD COLUMN heard_on TEXT;
      -- Assignments and sub-tasks that count, and those of them that are done; and how many differ from what was said.
      ALTER TABLE tasks ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE tasks ADD COLUMN parts_done INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE tasks ADD COLUMN parts_differ INTEGER NOT NULL DEFAULT 0;
      -- 1: an extension waits that this office asked for; 2: one that a unit asked of it.
      ALTER TABLE tasks ADD COLUMN extension_asked INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX tasks_campaign ON tasks (campaign_key, rid) WHERE listed = 1 AND campaign <> '';
      CREATE INDEX tasks_extension ON tasks (extension_asked, rid) WHERE listed = 1 AND extension_asked > 0;
      CREATE INDEX tasks_report_due ON tasks (report_due, rid) WHERE listed = 1 AND report_due IS NOT NULL;

      -- 1: what follows from it changes with the day or a setting. All that was there before is judged anew at the first
      -- start, since these columns stand empty until then.
      ALTER TABLE tasks ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;
      UPDATE tasks SET moves = 1;
      DROP INDEX tasks_of_the_day;
      CREATE INDEX tasks_of_the_day ON tasks (moves) WHERE moves = 1;
      -- With all that a light is judged by now.
      DROP INDEX tasks_due;
      CREATE INDEX tasks_due ON tasks
        (due, rid, state, reported_on, lasting, percent, start, report_due, report_missed) WHERE listed = 1;

      CREATE TABLE urgings (
        rid INTEGER PRIMARY KEY REFERENCES records (rid),
        -- The office that issued it, by code; its numbers are its own.
        owner TEXT NOT NULL DEFAULT '',
        year INTEGER NOT NULL DEFAULT 2000,
        no INTEGER NOT NULL DEFAULT 1,
        unit TEXT NOT NULL DEFAULT '',
        unit_key TEXT,
        task TEXT,
        task_no TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        title_key TEXT,
        text TEXT NOT NULL DEFAULT '',
        period TEXT NOT NULL DEFAULT '{"kind":"unknown","text":""}',
        limit_text TEXT NOT NULL DEFAULT '',
        due TEXT,
        issued_on TEXT NOT NULL DEFAULT '',
        dispatch TEXT,
        life TEXT NOT NULL DEFAULT 'live',
        life_reason TEXT,
        state TEXT NOT NULL DEFAULT 'issued',
        answer TEXT NOT NULL DEFAULT '',
        answered_on TEXT,
        closed_on TEXT,
        listed INTEGER NOT NULL DEFAULT 0,
        search_key INTEGER
      ) STRICT;
      CREATE INDEX urgings_number ON urgings (owner, year, no, rid) WHERE listed = 1;
      CREATE INDEX urgings_due ON urgings (due, rid, state, answered_on) WHERE listed = 1;
      CREATE INDEX urgings_task ON urgings (task) WHERE task IS NOT NULL;
      CREATE VIRTUAL TABLE search_urgings USING fts5 (
        han, initials, syllables,
        content = '', contentless_delete = 1, tokenize = "ascii"
      );
    `);
  },
};
