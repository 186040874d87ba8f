/**
 * Entry of core's worker threads: one thread, one job. Long work runs here on connections of its own, so that the
 * window's calls are answered meanwhile; it never commits.
 */
import { parentPort, workerData } from "node:worker_threads";
import { isAppError } from "#shared/errors.ts";
import { throttled } from "./context.ts";
import { type Job, type JobName, jobs } from "./jobs.ts";
import type { WorkerMessage, WorkerStart } from "./messages.ts";

// Parts that stand still at their makers use what Node has deprecated; whoever runs the program can do nothing about it.
process.noDeprecation = true;

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

const { job, input, cancelled } = workerData as WorkerStart;
const context = throttled(
  (stage, done, total) => say({ type: "progress", stage, done, total }),
  () => Atomics.load(cancelled, 0) === 1,
);

try {
  // The union of jobs is called with the input that came with its own name.
  const run = (await jobs[job]()) as Job<JobName>;
  say({ type: "done", result: await run(input, context) });
} catch (error) {
  if (isAppError(error)) say({ type: "refused", code: error.code, params: error.params });
  else if (error instanceof Error) say({ type: "fault", message: error.message, stack: error.stack ?? "" });
  else say({ type: "fault", message: String(error), stack: "" });
}
