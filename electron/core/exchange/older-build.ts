/**
 * For a test: an older build of the program, in a process of its own. It does not know the category of an issue, nor of a
 * task its campaign, what it is a part of, and the steps about its terms; it takes
 * a file in, edits what it knows, writes a file for the next office and says what it saw. Arguments: data folder, file to
 * take in, issue, receiver, file to write.
 */
import { writeSync } from "node:fs";
import { z } from "zod";
import { kindByName } from "#shared/store/registry.ts";
import { taskStepSchema, taskSteps } from "#shared/tasks/record.ts";
import { stepsOfTerms } from "#shared/tasks/states.ts";
import { fixedEnv } from "../store/testing.ts";
import { importFile } from "./inbox/inbox.ts";
import { exportTo } from "./outbox/export.ts";

const units = kindByName.get("issue")?.units ?? {};
if (!Reflect.deleteProperty(units, "category")) throw new Error("the category could not be taken away");
const task = kindByName.get("task");
if (!task) throw new Error("no tasks");
for (const unit of ["parent", "campaign"])
  if (!Reflect.deleteProperty(task.units, unit)) throw new Error(`${unit} could not be taken away`);
const olderSteps = taskSteps.filter((step) => !stepsOfTerms.includes(step));
Reflect.set(task, "step", taskStepSchema.extend({ step: z.enum(olderSteps) }));
// What this program knows is worked out as its modules load: they come after the unit has gone.
const { openProgram } = await import("../program.ts");
const { commit } = await import("../store/commit.ts");

const [folder = "", path = "", issue = "", to = "", out = ""] = process.argv.slice(2);
const program = openProgram({
  folder,
  env: fixedEnv(undefined, 99_000),
  version: "0.0.9",
  workerUrl: new URL("../jobs/worker.ts", import.meta.url),
});
const { store } = program;
const report = await importFile(program, { path, dryRun: false });
const seen = store.db.prepare("SELECT title, category FROM issues JOIN records USING (rid) WHERE id = ?").get(issue);
const change = { record: issue, kind: "issue", unit: "measures", value: "by the older build" };
commit(store, { action: "issues.edit", changes: [change] });
await exportTo(program, { to, path: out });
writeSync(1, JSON.stringify({ report, seen }));
program.close();
