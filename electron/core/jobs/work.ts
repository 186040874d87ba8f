/**
 * Long work as the contract shows it (`workOf`): progress events, then one with the result. Whoever breaks off the
 * iterator cancels the work. Only the newest progress waits, since nobody wants to hear old ones.
 */
import { asCrossing } from "../os.ts";
import type { Progress } from "./run.ts";

export type WorkEvent<Result> =
  | ({ readonly type: "progress" } & Progress)
  | { readonly type: "done"; readonly result: Result };

export interface WorkHooks {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/**
 * Starts `run` at the first `next` and tells how it goes.
 * @param signal the call's own: its abort cancels like breaking off does
 */
export const work = <Result>(
  run: (hooks: WorkHooks) => Promise<Result>,
  signal?: AbortSignal,
): AsyncIteratorObject<WorkEvent<Result>, void, void> => {
  const cancel = new AbortController();
  const wanted = signal ? AbortSignal.any([signal, cancel.signal]) : cancel.signal;
  let newest: Progress | null = null;
  let wake: () => void = () => {};
  let ended = false;
  let running: Promise<Result> | null = null;

  const onProgress = (progress: Progress): void => {
    newest = progress;
    wake();
  };
  const takeNewest = (): IteratorResult<WorkEvent<Result>, void> | null => {
    if (newest === null) return null;
    const { stage, done, total } = newest;
    newest = null;
    return { done: false, value: { type: "progress", stage, done, total } };
  };

  const next = async (): Promise<IteratorResult<WorkEvent<Result>, void>> => {
    if (ended) return { done: true, value: undefined };
    running ??= run({ onProgress, signal: wanted });
    const waiting = takeNewest();
    if (waiting) return waiting;
    const told = new Promise<"told">((resolve) => {
      wake = () => resolve("told");
    });
    try {
      const first = await Promise.race([running.then((result) => ({ result })), told]);
      if (first === "told") return takeNewest() ?? (await next());
      ended = true;
      return { done: false, value: { type: "done", result: first.result } };
    } catch (error) {
      ended = true;
      // The router's own guard has let go by now: what is thrown between two events crosses from here.
      throw asCrossing(error);
    }
  };

  const stop = async (): Promise<void> => {
    ended = true;
    cancel.abort();
    await running?.catch(() => {});
  };

  return {
    next,
    return: async () => {
      await stop();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      await stop();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: stop,
  };
};
