/** What a worker thread is started with, and what it says. A refusal crosses as code and facts, a fault as its text. */
import type { ErrorParams } from "#shared/errors.ts";
import type { JobInput, JobName } from "./jobs.ts";

export interface WorkerStart<Name extends JobName = JobName> {
  readonly job: Name;
  readonly input: JobInput<Name>;
  /** One number, 1 when the job is cancelled: it is seen in the middle of a loop, where no message would be. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
}

export type WorkerMessage =
  | { readonly type: "progress"; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: "done"; readonly result: unknown }
  | { readonly type: "refused"; readonly code: string; readonly params: ErrorParams }
  | { readonly type: "fault"; readonly message: string; readonly stack: string };
