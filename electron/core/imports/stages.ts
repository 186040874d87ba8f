/** The files being taken in by one program. Few at a time, since each holds its whole file in memory. */
import { AppError } from "#shared/errors.ts";
import type { Program } from "../program.ts";
import type { Store } from "../store/store.ts";
import type { StageState } from "./stage.ts";

/** By the store, since a call may bring its program in a wrapping of its own. */
const staged = new WeakMap<Store, Map<string, StageState>>();
const mostAtOnce = 4;

/** Keeps a stage; the oldest goes when there are too many. */
export const keepStage = (program: Program, stage: StageState): void => {
  const stages = staged.get(program.store) ?? new Map<string, StageState>();
  staged.set(program.store, stages.set(stage.id, stage));
  for (const id of stages.keys()) {
    if (stages.size <= mostAtOnce) break;
    stages.delete(id);
  }
};

/** @throws AppError `stage-gone` when it was confirmed or dropped, or core was started again meanwhile */
export const stageOf = (program: Program, id: string): StageState => {
  const stage = staged.get(program.store)?.get(id);
  if (!stage) throw new AppError("stage-gone");
  return stage;
};

export const dropStage = (program: Program, id: string): void => {
  staged.get(program.store)?.delete(id);
};
