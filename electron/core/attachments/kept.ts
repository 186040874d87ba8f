/** Every file that records name: evidence, and the originals of imports. What a backup holds and `verify` looks at. */
import type { Db } from "../store/connection.ts";

export interface KeptFile {
  readonly hash: string;
  readonly name: string;
}

export const keptFiles = (db: Db): KeptFile[] =>
  db
    .prepare(
      `SELECT hash, min(name) AS name FROM (
         SELECT hash, name FROM attachments
         UNION ALL
         SELECT value ->> '$.hash', value ->> '$.fileName' FROM facts JOIN records USING (rid)
         WHERE kind = 'import' AND unit = 'facts'
       ) GROUP BY hash ORDER BY hash`,
    )
    .all() as KeptFile[];
