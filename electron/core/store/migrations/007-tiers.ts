/**
 * What tasks and issues need between tiers: the same task entered twice (EX8a), and the codes that authority over an
 * issue goes by (EX4).
 */
import type { Migration } from "../migrate.ts";

export const tiers: Migration = {
  number: 7,
  name: "tiers",
  up: (db) => {
    db.exec(`
      -- The record that this one was said to be the same as; and the row that stands for it now, NULL: it itself.
      ALTER TABLE tasks ADD COLUMN same_as TEXT;
      ALTER TABLE tasks ADD COLUMN stands_in INTEGER;
      CREATE INDEX tasks_same_as ON tasks (same_as) WHERE same_as IS NOT NULL;
      CREATE INDEX tasks_stands_in ON tasks (stands_in) WHERE stands_in IS NOT NULL;

      -- Codes of the responsible units, as they were resolved where they were written; JSON.
      ALTER TABLE issues ADD COLUMN codes TEXT NOT NULL DEFAULT '[]';

      -- EX10: whether a record left the scope is asked for by record.
      CREATE INDEX scope_in_record ON scope_in (record);
    `);
  },
};
