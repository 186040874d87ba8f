/**
 * The inbox (EX22–EX24): files that were dropped, watched for or opened by a double click are copied to
 * `<data>/inbox/<sha256>` and looked at, so that each says what it would do before anything happens.
 */
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { InboxItem, IntakeReport } from "#shared/exchange/report.ts";
import type { WorkHooks } from "../../jobs/work.ts";
import { readEnvelope, sha256 } from "../file/envelope.ts";
import { kindOfFile } from "../file/first-line.ts";
import { addFile, type FileRow } from "../files-log.ts";
import { backupBefore } from "./backup-before.ts";
import { type Beside, besideIn, bytesOf, openFile, type OpenedFile } from "./open-file.ts";
import { type Here, isStaged, itemOf, type Kept, openStaged, rowOf, setSeen, waitsFor } from "./items.ts";
import { lookAgainAtWaiting } from "./look-again.ts";
import { keepStaged, removeStaged } from "./staged.ts";
import { lookAt, refusalOrThrow, takeFile } from "./take-file.ts";

type Hooks = Partial<WorkHooks>;

/** Copies files in; each is looked at. One that is refused is a line that says why. */
export const stage = async (program: Here, paths: readonly string[], hooks: Hooks = {}): Promise<InboxItem[]> => {
  program.store.assertWritable();
  const items: InboxItem[] = [];
  for (const [index, path] of paths.entries()) {
    if (hooks.signal?.aborted) throw new AppError("cancelled");
    hooks.onProgress?.({ stage: "exchange-read", done: index, total: paths.length });
    items.push(await stageOne(program, path));
  }
  // What one brings may be what another was missing.
  await lookAgainAtWaiting(program);
  return items.map(({ id }) => itemOf(program, rowOf(program, id)));
};

const stageOne = async (program: Here, path: string): Promise<InboxItem> => {
  const { store } = program;
  const bytes = await bytesOf(path);
  const hash = sha256(bytes);
  const waiting = store.db
    .prepare("SELECT id FROM bundles WHERE hash = ? AND direction = 'in' AND state IN ('waiting', 'too-new')")
    .pluck()
    .get(hash) as number | undefined;
  if (waiting !== undefined) return itemOf(program, rowOf(program, waiting));
  const kind = kindOfFile(bytes);
  const seen = await see(program, bytes, basename(path), kind, besideIn(dirname(path)));
  if (seen.state === "waiting" || seen.state === "too-new") {
    await keepStaged(store.folder, hash, bytes, seen.file, besideIn(dirname(path)));
  }
  const id = addFile(store.db, {
    direction: "in",
    hash,
    name: basename(path),
    size: bytes.length,
    ...seen.facts,
    state: seen.state,
    report: JSON.stringify(seen.kept),
    at: store.env.now().toISOString(),
    takenAt: null,
  });
  return itemOf(program, rowOf(program, id));
};

interface Seen {
  readonly state: FileRow["state"];
  readonly kept: Kept;
  readonly facts: Pick<FileRow, "peer" | "device" | "link" | "from" | "to">;
  readonly file: OpenedFile | null;
}

const noFacts = { peer: "", device: "", link: "", from: 0, to: 0 };

const see = async (
  program: Here,
  bytes: Uint8Array,
  name: string,
  kind: ReturnType<typeof kindOfFile>,
  beside: Beside,
): Promise<Seen> => {
  if (kind === "card" || kind === "roster" || kind === "welcome") {
    return { state: "waiting", kept: { kind }, facts: noFacts, file: null };
  }
  let file: OpenedFile | null = null;
  try {
    file = await openFile(program, bytes, name, beside);
    const report = await lookAt(program, file);
    return { state: "waiting", kept: { kind: "bundle", report }, facts: factsOf(bytes), file };
  } catch (thrown) {
    const { code, params } = refusalOrThrow(thrown);
    const state = waitsFor[code] ?? "refused";
    const isBundle = kind === "bundle";
    const kept: Kept = { kind: isBundle ? "bundle" : "unknown", error: { code, params: { ...params } } };
    return { state, kept, facts: isBundle ? factsOf(bytes) : noFacts, file };
  }
};

/** What the clear envelope says, for people; nothing is decided by it. */
const factsOf = (bytes: Uint8Array): Seen["facts"] => {
  try {
    const envelope = readEnvelope(bytes);
    if (envelope.kind !== "bundle") return noFacts;
    const { from, device, link, range } = envelope;
    return { peer: from, device, link, from: range.from, to: range.to };
  } catch {
    return noFacts;
  }
};

/** Files of one link in its order, whatever the order in which they were dropped (EX13). */
const inOrder = (a: FileRow, b: FileRow): number =>
  a.peer.localeCompare(b.peer) || a.link.localeCompare(b.link) || a.from - b.from || a.id - b.id;

/** Takes files in, each by itself: one that is refused says why and holds up none of the others. */
export const take = async (program: Here, ids: readonly number[], hooks: Hooks = {}): Promise<InboxItem[]> => {
  const { store } = program;
  store.assertWritable();
  const rows = ids.map((id) => rowOf(program, id)).toSorted(inOrder);
  let backedUp = false;
  const backUp = (): void => {
    if (!backedUp) backupBefore(store);
    backedUp = true;
  };
  for (const [index, row] of rows.entries()) {
    if (hooks.signal?.aborted) throw new AppError("cancelled");
    hooks.onProgress?.({ stage: "exchange-take", done: index, total: rows.length });
    if (isStaged(row)) await takeOne(program, row, backUp);
  }
  await lookAgainAtWaiting(program);
  return ids.map((id) => itemOf(program, rowOf(program, id)));
};

const takeOne = async (program: Here, row: FileRow, backUp: () => void): Promise<void> => {
  const { store } = program;
  try {
    const file = await openStaged(program, row);
    await takeFile(program, file, { row: row.id, size: row.size, backUp });
    await removeStaged(store.folder, row.hash);
  } catch (thrown) {
    const { code, params } = refusalOrThrow(thrown);
    const kind = (JSON.parse(row.report) as Partial<Kept>).kind ?? "unknown";
    const isOther = kind !== "bundle" && kind !== "unknown";
    const state = isOther || code === "disk-full" ? "waiting" : (waitsFor[code] ?? "refused");
    setSeen(program, row.id, state, { kind, error: isOther ? null : { code, params: { ...params } } });
    if (state === "refused") await removeStaged(store.folder, row.hash);
  }
};

export const drop = async (program: Here, id: number): Promise<void> => {
  const { store } = program;
  store.assertWritable();
  const row = rowOf(program, id);
  if (row.state === "taken" || row.state === "quarantined") return;
  store.db.prepare("UPDATE bundles SET state = 'dropped' WHERE id = ?").run(id);
  await removeStaged(store.folder, row.hash);
};

/** The clear envelope and what the file would do, without anything being kept. */
export const inspect = async (
  program: Here,
  path: string,
): Promise<{ envelope: Record<string, unknown>; report: IntakeReport | null; error: InboxItem["error"] }> => {
  const bytes = await bytesOf(path);
  let envelope: Record<string, unknown> = { kind: kindOfFile(bytes) };
  try {
    envelope = { ...readEnvelope(bytes) };
    const file = await openFile(program, bytes, basename(path), besideIn(dirname(path)));
    return { envelope, report: await lookAt(program, file), error: null };
  } catch (thrown) {
    const { code, params } = refusalOrThrow(thrown);
    return { envelope, report: null, error: { code, params: { ...params } } };
  }
};

/**
 * One file at once, as the command line does.
 * @throws AppError whatever refuses it
 */
export const importFile = async (
  program: Here,
  { path, dryRun }: { readonly path: string; readonly dryRun: boolean },
  hooks: Hooks = {},
): Promise<IntakeReport> => {
  const { store } = program;
  const bytes = await bytesOf(path);
  hooks.onProgress?.({ stage: "exchange-read", done: 0, total: 1 });
  const file = await openFile(program, bytes, basename(path), besideIn(dirname(path)));
  if (dryRun) return lookAt(program, file);
  hooks.onProgress?.({ stage: "exchange-take", done: 0, total: 1 });
  return takeFile(program, file, { row: null, size: bytes.length, backUp: () => backupBefore(store) });
};
