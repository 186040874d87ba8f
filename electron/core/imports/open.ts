/** Stages a file: read in a worker thread, with the mapping that was remembered for its header. */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { StageOptions } from "#shared/imports/view.ts";
import { runJob, type JobHooks } from "../jobs/run.ts";
import type { Program } from "../program.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { mappingRecordId } from "./confirm.ts";
import type { Frame } from "./frame.ts";
import { issueFrame } from "./issue-frame.ts";
import type { ReadFile, ReadFileInput } from "./read-file.ts";
import { newStage, type StageState, takeReading } from "./stage.ts";
import { keepStage } from "./stages.ts";
import { taskFrame } from "./task-frame.ts";

const frames: { readonly [Capability in ImportCapability]: Frame } = {
  tasks: taskFrame as Frame,
  issues: issueFrame as Frame,
};

export const openStage = async (
  program: Program,
  capability: ImportCapability,
  path: string,
  options: StageOptions,
  hooks: JobHooks,
): Promise<StageState> => {
  const file = await read(program, { capability, source: { path }, options }, hooks);
  const stage = newStage(newId(program.store.env), frames[capability], file, options);
  keepStage(program, stage);
  return stage;
};

/** Reads the staged bytes again; what the person put right is laid over the new reading. */
export const rereadStage = async (
  program: Program,
  stage: StageState,
  options: StageOptions,
  hooks: JobHooks = {},
): Promise<void> => {
  const { bytes, fileName } = stage.file;
  const states = Object.fromEntries(stage.stateChoices);
  const source = { bytes, fileName };
  const file = await read(
    program,
    { capability: stage.frame.capability, source, options: { ...options, states } },
    hooks,
  );
  takeReading(stage, file, options);
};

/** The header is known only once the file was read: where a mapping is remembered for it, the file is read with it. */
const read = async (program: Program, input: ReadFileInput, hooks: JobHooks): Promise<ReadFile> => {
  const file = await runJob(program, "read-list", input, hooks);
  if (input.options.mapping !== undefined) return file;
  const mapping = rememberedMapping(program.store, input.capability, file.reading.headerSignature);
  if (mapping === null) return file;
  const source = { bytes: file.bytes, fileName: file.fileName };
  return runJob(program, "read-list", { ...input, source, options: { ...input.options, mapping } }, hooks);
};

const rememberedMapping = (
  store: Store,
  capability: ImportCapability,
  signature: string,
): Record<string, string> | null =>
  store.fact<Record<string, string>>(mappingRecordId(capability, signature), "columns");
