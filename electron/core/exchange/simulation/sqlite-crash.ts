/** Stops a transaction in the middle, wherever it is told to: after so many rows, the database says no to everything. */
import type { Db } from "../../store/connection.ts";

const written = ["changes", "received", "links_in_marks", "scope_in", "commits"] as const;

export const armCrash = (db: Db, after: number): void => {
  let left = after;
  db.function("simulated_crash", () => {
    left -= 1;
    if (left < 0) throw new Error("simulated crash");
    return 0;
  });
  for (const table of written) {
    db.exec(`CREATE TEMP TRIGGER crash_${table} BEFORE INSERT ON main.${table} BEGIN SELECT simulated_crash(); END`);
  }
};
