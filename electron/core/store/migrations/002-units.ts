/** Units known here, and which records name which units (for filters and scope). */
import type { Migration } from "../migrate.ts";

export const units: Migration = {
  number: 2,
  name: "units",
  up: (db) => {
    db.exec(`
      CREATE TABLE units (
        rid INTEGER PRIMARY KEY REFERENCES records (rid),
        code TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        aliases TEXT NOT NULL DEFAULT '[]',
        kind TEXT NOT NULL DEFAULT 'other',
        tier TEXT NOT NULL DEFAULT 'district',
        parent TEXT,
        place INTEGER,
        same_as TEXT,
        life TEXT NOT NULL DEFAULT 'live',
        life_reason TEXT
      ) STRICT;
      CREATE INDEX units_code ON units (code);
      CREATE INDEX units_parent ON units (parent);

      CREATE TABLE mentions (
        rid INTEGER NOT NULL REFERENCES records (rid),
        role TEXT NOT NULL,
        ord INTEGER NOT NULL,
        text TEXT NOT NULL,
        code TEXT,
        PRIMARY KEY (rid, role, ord)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mentions_text ON mentions (role, text, rid);
      CREATE INDEX mentions_code ON mentions (code, rid) WHERE code IS NOT NULL;
    `);
  },
};
