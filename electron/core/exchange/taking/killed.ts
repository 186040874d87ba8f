/**
 * For a test: takes a file in, in a process of its own, and says when each step begins, so that it can be killed in the
 * middle. Arguments: data folder, file.
 */
import { writeSync } from "node:fs";
import { openProgram } from "../../program.ts";
import { importFile } from "../inbox/inbox.ts";

const [folder = "", path = ""] = process.argv.slice(2);
const program = openProgram({
  folder,
  version: "0.1.0",
  workerUrl: new URL("../../jobs/worker.ts", import.meta.url),
});
program.store.db.function("tell", () => {
  writeSync(1, "in the middle\n");
  return 1;
});
program.store.db.exec(
  `CREATE TEMP TRIGGER telling AFTER INSERT ON main.received WHEN new.number % 20 = 0 BEGIN SELECT tell(); END`,
);
await importFile(program, { path, dryRun: false });
writeSync(1, "done\n");
program.close();
