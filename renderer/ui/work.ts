/**
 * Long work as the window sees it: an iterator of core that tells its progress and ends with its result. It runs on
 * while the person goes elsewhere, stands in the top bar's tray, and can be cancelled there.
 */
import { storeOf, useStore } from "./store.ts";
import { showToast } from "./toast/toasts.ts";
import { words } from "#shared/translations/index.ts";
import type { Words } from "#shared/translations/index.ts";
import { useWords } from "../i18n.ts";

export interface Work {
  readonly id: number;
  readonly title: string;
  /** Core's name of the stage, worded under `app.work.stage`. */
  readonly stage: string;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  readonly cancel: () => void;
}

export type WorkEvents<Result> = AsyncIterable<
  | { readonly type: "progress"; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: "done"; readonly result: Result }
>;

const works = storeOf<readonly Work[]>([]);
let lastId = 0;

const change = (id: number, changes: Partial<Work>): void =>
  works.set((before) => before.map((work) => (work.id === id ? { ...work, ...changes } : work)));

/**
 * Runs it to its end. Undefined when the person cancelled it (core leaves nothing half done); a refusal is thrown.
 */
const runWork = async <Result>(
  title: string,
  start: (signal: AbortSignal) => Promise<WorkEvents<Result>>,
): Promise<Result | undefined> => {
  const abort = new AbortController();
  lastId += 1;
  const id = lastId;
  works.set((before) => [...before, { id, title, stage: "prepare", done: 0, total: 0, cancel: () => abort.abort() }]);
  try {
    for await (const event of await start(abort.signal)) {
      if (event.type === "done") return event.result;
      change(id, { stage: event.stage, done: event.done, total: event.total });
    }
    return undefined;
  } catch (error) {
    if (abort.signal.aborted) return undefined;
    throw error;
  } finally {
    works.set((before) => before.filter((work) => work.id !== id));
  }
};

export const useWorks = (): readonly Work[] => useStore(works);

/** `run(title, (signal) => client.exports.workbook(input, { signal }))`: shown in the tray, told when cancelled. */
export const useWork = (): typeof runWork => {
  const { t } = useWords();
  return async (title, start) => {
    const result = await runWork(title, start);
    if (result === undefined) showToast({ text: t("app.work.cancelled", { title }) });
    return result;
  };
};

const isStage = (stage: string): stage is keyof Words["app"]["work"]["stage"] =>
  Object.hasOwn(words["zh-CN"].app.work.stage, stage);

/** Core's name of a stage in words. */
export const useStageWords = (): ((stage: string) => string) => {
  const { t } = useWords();
  return (stage) => t(`app.work.stage.${isStage(stage) ? stage : "other"}`);
};
