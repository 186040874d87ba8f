/**
 * Exchange (EX1–EX27): what the log has to say more about commits of other offices, the streams to and from them, the
 * roster, and the questions that merging leaves open.
 */
import type { Migration } from "../migrate.ts";

export const exchange: Migration = {
  number: 6,
  name: "exchange",
  up: (db) => {
    db.exec(`
      -- EX20: where two commits bear one (epoch, seq), the later arrival lies in a lane of its own; its versions are
      -- still named after the epoch that it was written in, which stands here.
      ALTER TABLE epochs ADD COLUMN lane_of TEXT;

      -- Which way the hash was computed, and whether all changes of the commit are here.
      ALTER TABLE commits ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE commits ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;

      -- 0 counts, 1 held until a version that knows it (EX22), 2 quarantined (EX17), 3 poisoned (EX22, EX25).
      ALTER TABLE changes ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
      -- The link by which it first came; NULL: written here.
      ALTER TABLE changes ADD COLUMN via INTEGER;
      -- EX8: the hash of the line whose value was blanked.
      ALTER TABLE changes ADD COLUMN purged TEXT;

      -- 1: another office or computer has a hand in it, so that it is merged as a whole.
      ALTER TABLE records ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
      -- 0: a proposal (EX5), which does not count.
      ALTER TABLE steps ADD COLUMN rank INTEGER NOT NULL DEFAULT 2;

      -- What merging leaves to a person: conflicts (EX6, EX7, EX8) and proposals (EX5). Follows from the log.
      CREATE TABLE conflicts (
        id TEXT PRIMARY KEY,
        rid INTEGER NOT NULL REFERENCES records (rid),
        kind TEXT NOT NULL,
        unit TEXT NOT NULL,
        -- Sorted versions, JSON: heads, or the steps and proposals that it is about (with their place after a '#').
        versions TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX conflicts_of_record ON conflicts (rid);

      CREATE TABLE links_in (
        id INTEGER PRIMARY KEY,
        link TEXT NOT NULL UNIQUE,
        peer TEXT NOT NULL,
        device TEXT NOT NULL,
        epoch TEXT NOT NULL,
        last INTEGER NOT NULL DEFAULT 0,
        hash TEXT NOT NULL DEFAULT '',
        -- EX20: a chain that did not fit was seen; nothing of this link is acknowledged any more.
        forked INTEGER NOT NULL DEFAULT 0,
        -- Grows whenever the link brings something new: the highest of a peer's is the one that it writes to now.
        turn INTEGER NOT NULL DEFAULT 0,
        at TEXT NOT NULL
      ) STRICT;
      -- Chain hashes at the ends of what was taken in.
      CREATE TABLE links_in_marks (
        link INTEGER NOT NULL REFERENCES links_in (id), number INTEGER NOT NULL, hash TEXT NOT NULL,
        PRIMARY KEY (link, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE received (
        link INTEGER NOT NULL REFERENCES links_in (id), number INTEGER NOT NULL, commit_id INTEGER,
        PRIMARY KEY (link, number)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX received_commits ON received (commit_id);

      CREATE TABLE links_out (
        id INTEGER PRIMARY KEY,
        link TEXT NOT NULL UNIQUE,
        peer TEXT NOT NULL,
        -- This database's own epoch when the link was begun: a new one begins new links (EX19).
        epoch TEXT NOT NULL,
        -- The receiver's epoch, once heard of.
        peer_epoch TEXT,
        -- Sends back what came from the receiver too, since it was restored (EX19).
        echo INTEGER NOT NULL DEFAULT 0,
        -- Commits up to this id are in the stream.
        cursor INTEGER NOT NULL DEFAULT 0,
        last INTEGER NOT NULL DEFAULT 0,
        hash TEXT NOT NULL DEFAULT '',
        acked INTEGER NOT NULL DEFAULT 0,
        acked_at TEXT,
        -- 0: another link took its place.
        live INTEGER NOT NULL DEFAULT 1,
        at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE sent (
        link INTEGER NOT NULL REFERENCES links_out (id), number INTEGER NOT NULL,
        commit_id INTEGER,
        -- Places of the changes in the commit, JSON; NULL: all of them.
        ords TEXT,
        notice TEXT,
        hash TEXT NOT NULL,
        PRIMARY KEY (link, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sent_commits ON sent (link, commit_id);
      -- Commits before a link's cursor of which more changes came since: a part of a commit arrived after the other.
      CREATE TABLE sent_late (
        link INTEGER NOT NULL REFERENCES links_out (id), commit_id INTEGER NOT NULL,
        PRIMARY KEY (link, commit_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE scope_out (
        link INTEGER NOT NULL REFERENCES links_out (id), rid INTEGER NOT NULL,
        PRIMARY KEY (link, rid)
      ) STRICT, WITHOUT ROWID;

      -- What a peer says that it shares with this office.
      CREATE TABLE scope_in (
        peer TEXT NOT NULL, record TEXT NOT NULL, left_why TEXT,
        PRIMARY KEY (peer, record)
      ) STRICT, WITHOUT ROWID;

      -- Files in and out, whatever became of them (EX23, EX24).
      CREATE TABLE bundles (
        id INTEGER PRIMARY KEY,
        direction TEXT NOT NULL,
        -- SHA-256 of the file as a whole.
        hash TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        peer TEXT NOT NULL DEFAULT '',
        device TEXT NOT NULL DEFAULT '',
        link TEXT NOT NULL DEFAULT '',
        from_no INTEGER NOT NULL DEFAULT 0,
        to_no INTEGER NOT NULL DEFAULT 0,
        -- waiting, taken, refused, quarantined, too-new, dropped; written
        state TEXT NOT NULL,
        -- What was said about it: report or error, JSON.
        report TEXT NOT NULL DEFAULT '{}',
        at TEXT NOT NULL,
        taken_at TEXT
      ) STRICT;
      CREATE INDEX bundles_hash ON bundles (hash);

      CREATE TABLE roster (
        subject TEXT NOT NULL, by TEXT NOT NULL, counter INTEGER NOT NULL, body TEXT NOT NULL, signature TEXT NOT NULL,
        PRIMARY KEY (subject, by)
      ) STRICT, WITHOUT ROWID;

      -- Files that records name and that have not come yet (EX14).
      CREATE TABLE wanted (
        hash TEXT PRIMARY KEY, size INTEGER NOT NULL, mime TEXT NOT NULL, name TEXT NOT NULL, peer TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      -- Files that a peer says it is still waiting for.
      CREATE TABLE asked (
        peer TEXT NOT NULL, hash TEXT NOT NULL,
        PRIMARY KEY (peer, hash)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
