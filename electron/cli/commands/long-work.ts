/** Long work on the command line: progress on standard error, Ctrl+C breaks it off, its result comes back. */
import { AppError } from "#shared/errors.ts";
import type { Invocation } from "../command.ts";

type WorkEvent<Result> =
  | { readonly type: "progress"; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: "done"; readonly result: Result };

/** Waits for the result and tells how far it is; on a terminal in one line, elsewhere a line for each stage. */
export const resultOf = async <Result>(
  { session, say, remark }: Pick<Invocation, "session" | "say" | "remark">,
  started: Promise<AsyncIterable<WorkEvent<Result>> & { return?: (() => Promise<unknown>) | undefined }>,
): Promise<Result> => {
  const events = await started;
  const stop = (): void => void events.return?.().catch(() => {});
  session.signal.addEventListener("abort", stop, { once: true });
  const bar = progressLine(remark);
  try {
    for await (const event of events) {
      if (event.type === "done") return event.result;
      bar.show(say(`stages.${event.stage}`), event.done, event.total);
    }
  } finally {
    bar.end();
    session.signal.removeEventListener("abort", stop);
  }
  if (session.signal.aborted) throw new AppError("cancelled");
  throw new Error("the work ended without a result");
};

/** One line that is written over and over on a terminal; one line a stage where it is kept in a file. */
export const progressLine = (remark: (line: string) => void) => {
  const onTerminal = process.stderr.isTTY;
  let lastStage = "";
  let shown = false;
  return {
    show: (stage: string, done: number, total: number): void => {
      const line = total > 0 ? `${stage} ${done}/${total}` : stage;
      if (onTerminal) {
        process.stderr.write(`\r\u001b[K${line}`);
        shown = true;
      } else if (stage !== lastStage) remark(stage);
      lastStage = stage;
    },
    end: (): void => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
};
