/**
 * One import is one commit: the import's own record, all that is new, changed or withdrawn, and what the person taught
 * the program on the way (a column's meaning, another name of a unit). The original file is on the disk before it.
 */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { AppError } from "#shared/errors.ts";
import type { ImportFacts } from "#shared/imports/record.ts";
import { creation } from "#shared/store/commit.ts";
import { unitRecordId } from "#shared/units/record.ts";
import { attachmentPath } from "../attachments/files.ts";
import { keepBytes } from "../attachments/keep-bytes.ts";
import type { WorkHooks } from "../jobs/work.ts";
import type { Program } from "../program.ts";
import { canonical } from "../store/canonical.ts";
import { type ChangeInput, commit, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { withdrawal } from "../store/withdrawal.ts";
import { knownUnits } from "../units/known.ts";
import { unitLookup } from "../units/lookup.ts";
import { type Plan, planOf } from "./plan.ts";
import type { ListRow } from "./readers.ts";
import type { Item, StageState } from "./stage.ts";
import { unitMatching } from "./units.ts";

export interface Confirmed {
  readonly version: string;
  readonly ids: string[];
  readonly id: string;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** Stages that are being confirmed or are in: a second press meanwhile must not take the list in twice. */
const underWay = new WeakSet<StageState>();

/** @throws AppError `nothing-to-import`, `cancelled`, `disk-full`, `stage-gone` when it is being confirmed already */
export const confirmStage = async (program: Program, stage: StageState, hooks: WorkHooks): Promise<Confirmed> => {
  if (underWay.has(stage)) throw new AppError("stage-gone");
  underWay.add(stage);
  try {
    return await confirmed(program, stage, hooks);
  } catch (error) {
    underWay.delete(stage);
    throw error;
  }
};

const confirmed = async (
  { store }: Program,
  stage: StageState,
  { onProgress, signal }: WorkHooks,
): Promise<Confirmed> => {
  store.assertWritable();
  onProgress({ stage: "prepare", done: 0, total: 0 });
  const { hash, bytes } = stage.file;
  const plan = planOf(store, stage);
  if (plan.added.length + plan.changed.length + plan.withdrawn.length + plan.unchanged === 0) {
    throw new AppError("nothing-to-import");
  }
  const isNew = await keepBytes(store.folder, hash, bytes);
  try {
    onProgress({ stage: "store", done: 0, total: plan.added.length + plan.changed.length + plan.withdrawn.length });
    await shown();
    if (signal.aborted) throw new AppError("cancelled");
    return commitPlan(store, stage, plan);
  } catch (error) {
    if (isNew) await rm(attachmentPath(store.folder, hash), { force: true });
    throw error;
  }
};

/** Lets what was told leave, since the commit holds this thread. */
const shown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const commitPlan = (store: Store, stage: StageState, plan: Plan): Confirmed => {
  const id = newId(store.env);
  const { frame } = stage;
  const { version, ids } = commit(store, {
    action: `${frame.capability}.import`,
    note: stage.file.fileName,
    changes: changesOf(store, stage, plan, id),
  });
  const counts = { added: plan.added.length, changed: plan.changed.length, withdrawn: plan.withdrawn.length };
  return { version, ids: [...ids], id, ...counts };
};

function* changesOf(store: Store, stage: StageState, plan: Plan, importId: string): Generator<ChangeInput> {
  const { kind } = stage.frame;
  yield {
    record: importId,
    kind: "import",
    unit: creation,
    value: { facts: factsOf(stage, plan), life: { state: "live" } },
  };
  yield* unitChanges(store, stage);
  yield* mappingChanges(store, stage);
  const named = unitNaming(store, stage);
  const codeOf = codesHere(store, stage);
  for (const [order, item] of plan.added.entries()) {
    if (item.row)
      yield* newRecord(store, stage, { ...item, row: stage.frame.withUnits(item.row, named) }, importId, order, codeOf);
  }
  for (const { id, before, after } of plan.changed) {
    yield* changedUnits(stage, id, before, stage.frame.withUnits(after, named), codeOf);
  }
  for (const { id } of plan.withdrawn) {
    yield withdrawal(id, kind, stage.file.fileName);
  }
}

const factsOf = ({ frame, file, revises }: StageState, plan: Plan): ImportFacts => ({
  capability: frame.capability,
  fileName: file.fileName,
  hash: file.hash,
  size: file.size,
  sheet: file.reading.sheet,
  year: file.reading.year,
  headerSignature: file.reading.headerSignature,
  added: plan.added.length,
  changed: plan.changed.length,
  withdrawn: plan.withdrawn.length,
  unchanged: plan.unchanged,
  revises,
});

function* newRecord(
  store: Store,
  { frame, items }: StageState,
  { row, sheet, line, key }: Pick<Item, "sheet" | "line" | "key"> & { row: ListRow },
  importId: string,
  index: number,
  codeOf: CodeOf,
): Generator<ChangeInput> {
  const record = newId(store.env);
  const origin = { importId, sheet, row: line, order: orders(items).get(key) ?? index };
  yield { record, kind: frame.kind, unit: creation, value: { ...valuesOf(frame, row, codeOf), origin } };
  for (const value of frame.firstSteps(row, store.today())) yield { record, kind: frame.kind, unit: stepUnit, value };
}

type CodeOf = (text: string) => string | null;

/** Units as they are known once this import is in: by what is known already, and by what the person matched by hand. */
const codesHere = (store: Store, { unitChoices }: StageState): CodeOf => {
  const { codeOf } = unitLookup(store.db);
  return (text) => unitChoices.get(text) ?? codeOf(text);
};

const valuesOf = (frame: StageState["frame"], row: ListRow, codeOf: CodeOf): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(frame.values(row)).map(([unit, value]) => [unit, frame.resolved(unit, value, codeOf)]),
  );

const ordersOf = new WeakMap<StageState["items"], ReadonlyMap<string, number>>();

/** Each item's place in the list. */
const orders = (items: StageState["items"]): ReadonlyMap<string, number> => {
  const known = ordersOf.get(items) ?? new Map([...items.keys()].map((key, index) => [key, index]));
  ordersOf.set(items, known);
  return known;
};

/** Per unit of merge, what differs. */
function* changedUnits(
  { frame }: StageState,
  id: string,
  before: ListRow,
  after: ListRow,
  codeOf: CodeOf,
): Generator<ChangeInput> {
  const stands = frame.values(before);
  for (const [unit, value] of Object.entries(frame.values(after))) {
    if (unit === "category" || canonical(value) === canonical(stands[unit])) continue;
    yield { record: id, kind: frame.kind, unit, value: frame.resolved(unit, value, codeOf) };
  }
}

/** A unit's name that the person matched becomes another name of that unit, so that the next list finds it. */
function* unitChanges(store: Store, { unitChoices }: StageState): Generator<ChangeInput> {
  const { match } = unitMatching(store);
  const learnt = new Map<string, string[]>();
  for (const [text, code] of unitChoices) {
    if (code !== null && match(text).kind !== "matched") learnt.set(code, [...(learnt.get(code) ?? []), text]);
  }
  for (const { code, name, aliases } of knownUnits(store.db)) {
    const more = learnt.get(code)?.filter((text) => text !== name && !aliases.includes(text)) ?? [];
    if (more.length === 0) continue;
    yield { record: unitRecordId(code), kind: "unit", unit: "name", value: { name, aliases: [...aliases, ...more] } };
  }
}

/** A name that means another unit by itself is kept as the code that the person chose. */
const unitNaming = (store: Store, { unitChoices }: StageState): ((text: string) => string) => {
  if (unitChoices.size === 0) return (text) => text;
  const { match } = unitMatching(store);
  const codes = new Map<string, string>();
  for (const [text, code] of unitChoices) {
    const found = match(text);
    if (code !== null && found.kind === "matched" && found.code !== code) codes.set(text, code);
  }
  return (text) => codes.get(text) ?? text;
};

/** The record of a corrected mapping, by the header's signature. */
export const mappingRecordId = (capability: string, signature: string): string =>
  `mapping:${capability}:${createHash("sha256").update(signature).digest("hex").slice(0, 32)}`;

function* mappingChanges(store: Store, { frame, file, options }: StageState): Generator<ChangeInput> {
  if (options.mapping === undefined) return;
  const record = mappingRecordId(frame.capability, file.reading.headerSignature);
  const columns = { ...options.mapping };
  if (!store.has(record)) yield { record, kind: "mapping", unit: creation, value: { columns } };
  else if (canonical(store.fact(record, "columns")) !== canonical(columns)) {
    yield { record, kind: "mapping", unit: "columns", value: columns };
  }
}
