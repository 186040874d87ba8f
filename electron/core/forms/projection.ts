/** Forms are read whole; the files that came back stand among the kept ones, so that backups and checks have them. */
import type { FormStep } from "#shared/forms/record.ts";
import { stepsOfEach } from "../list/steps.ts";
import { prepared } from "../store/prepared.ts";
import type { Projection } from "../store/projection.ts";

const nameSql = "INSERT OR IGNORE INTO attachments (hash, size, mime, name, at) VALUES (?, ?, ?, ?, ?)";

export const formProjection: Projection = {
  kind: "form",
  table: "facts",
  columns: () => ({}),
  finish: (rids, { db }) => {
    const name = prepared(db, nameSql);
    const steps = stepsOfEach<FormStep>(db, rids);
    for (const rid of rids)
      for (const { file, on } of steps(rid)) name.run(file.hash, file.size, file.mime, file.name, on);
  },
};
