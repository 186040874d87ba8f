/**
 * Runs a long job in a worker thread and waits for it. Whoever asked can break it off: the job is told, has a moment to
 * stop by itself, and is ended if it does not; what it was writing under a temporary name is taken away.
 */
import { rmSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { AppError } from "#shared/errors.ts";
import type { Program } from "../program.ts";
import type { JobInput, JobName, JobResult } from "./jobs.ts";
import type { WorkerMessage, WorkerStart } from "./messages.ts";

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export interface JobHooks {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Files that must not be left behind unless the job is done. */
  readonly temporary?: readonly string[];
}

/** How long a cancelled job may take to stop by itself before its thread is ended. */
const graceMs = 2000;

/**
 * @throws AppError what the job refused with; `cancelled` when the signal was aborted; `job-ended` when the thread
 *   died (out of memory)
 */
export const runJob = async <Name extends JobName>(
  program: Pick<Program, "workerUrl">,
  job: Name,
  input: JobInput<Name>,
  hooks: JobHooks = {},
): Promise<JobResult<Name>> => {
  if (hooks.signal?.aborted) throw new AppError("cancelled");
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { job, input, cancelled } satisfies WorkerStart<Name>;
  const worker = new Worker(program.workerUrl, { workerData, name: job });
  const cancel = (): void => {
    Atomics.store(cancelled, 0, 1);
    setTimeout(() => void worker.terminate(), graceMs).unref();
  };
  hooks.signal?.addEventListener("abort", cancel, { once: true });
  try {
    const result = await answerOf(worker, hooks);
    if (hooks.signal?.aborted) throw new AppError("cancelled");
    return result as JobResult<Name>;
  } catch (error) {
    await worker.terminate();
    for (const path of hooks.temporary ?? []) rmSync(path, { force: true });
    throw hooks.signal?.aborted ? new AppError("cancelled", {}, { cause: error }) : error;
  } finally {
    hooks.signal?.removeEventListener("abort", cancel);
  }
};

const answerOf = (worker: Worker, hooks: JobHooks): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.on("message", (message: WorkerMessage) => {
      if (message.type === "progress") hooks.onProgress?.(message);
      else if (message.type === "done") resolve(message.result);
      else if (message.type === "refused") reject(new AppError(message.code, message.params));
      else reject(new Error(message.message, { cause: message.stack }));
    });
    worker.once("error", (error) => reject(asEnded(error)));
    worker.once("exit", (code) => reject(new AppError("job-ended", { code })));
  });

const asEnded = (error: unknown): unknown =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new AppError("job-ended", { code: "memory" }, { cause: error })
    : error;
