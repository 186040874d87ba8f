/**
 * The inbox (EX22–EX24): files that were dropped, watched for or opened by a double click are copied to
 * `<data>/inbox/<sha256>` and looked at, so that each says what it would do before anything happens.
 */
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { InboxItem, IntakeReport } from "#shared/exchange/report.ts";
import type { WorkHooks } from "../../jobs/work.ts";
import type { Program } from "../../program.ts";
import { readEnvelope, sha256 } from "../file/envelope.ts";
import { kindOfFile } from "../file/first-line.ts";
import { addFile, fileColumns, type FileRow } from "../files-log.ts";
import { trustOf } from "../identity/roster.ts";
import { backupBefore } from "./backup-before.ts";
import { type Beside, besideIn, bytesOf, openFile, type OpenedFile } from "./open-file.ts";
import { besideStaged, keepStaged, partNames, removeStaged, stagedAt } from "./staged.ts";
import { lookAt, refusalOrThrow, takeFile } from "./take-file.ts";

type Here = Pick<Program, "store">;
type Hooks = Partial<WorkHooks>;
type Kept = { kind: InboxItem["kind"]; report?: IntakeReport; error?: InboxItem["error"] };

/** Everything that lies there, and what became of what lay there lately; newest first. */
export const inbox = ({ store }: Here): InboxItem[] => {
  const rows = store.db
    .prepare(
      `SELECT ${fileColumns} FROM bundles WHERE direction = 'in' AND state <> 'dropped'
       ORDER BY state IN ('waiting', 'too-new') DESC, id DESC LIMIT 500`,
    )
    .all() as FileRow[];
  return rows.map((row) => itemOf({ store }, row));
};

const rowOf = ({ store }: Here, id: number): FileRow => {
  const row = store.db.prepare(`SELECT ${fileColumns} FROM bundles WHERE id = ? AND direction = 'in'`).get(id);
  if (row === undefined) throw new AppError("not-found", { id });
  return row as FileRow;
};

const isStaged = ({ state }: FileRow): boolean => state === "waiting" || state === "too-new";

const itemOf = ({ store }: Here, row: FileRow): InboxItem => {
  const kept = JSON.parse(row.report) as Partial<Kept>;
  const [office = ""] = row.peer.split("/");
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    path: kept.kind === "bundle" || !isStaged(row) ? null : stagedAt(store.folder, row.hash),
    at: row.at,
    takenAt: row.takenAt,
    state: row.state,
    kind: kept.kind ?? "unknown",
    from: row.peer,
    fromName: trustOf(store).officeOf(office)?.name ?? office,
    range: row.link === "" ? null : { from: row.from, to: row.to },
    report: kept.report ?? null,
    error: kept.error ?? null,
  };
};

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

/** Refusals that another file, or a later version of the program, may lift. */
const waitsFor: Readonly<Record<string, FileRow["state"]>> = {
  "bundle-begins-after": "waiting",
  "bundle-too-new": "too-new",
  "keys-locked": "waiting",
  "keys-locked-os": "waiting",
  "keys-locked-recovery": "waiting",
  "bundle-sender-unknown": "waiting",
};

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

const openStaged = async (program: Here, row: FileRow): Promise<OpenedFile> => {
  const { folder } = program.store;
  let names: string[] = [];
  const bytes = await bytesOf(stagedAt(folder, row.hash));
  const file = await openFile(
    program,
    bytes,
    row.name,
    besideStaged(folder, row.hash, () => names),
  );
  names = partNames(file);
  return file;
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
    if (row.state === "waiting" || row.state === "too-new") await takeOne(program, row, backUp);
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

const setSeen = ({ store }: Here, id: number, state: FileRow["state"], kept: Kept): void => {
  store.db.prepare("UPDATE bundles SET state = ?, report = ? WHERE id = ?").run(state, JSON.stringify(kept), id);
};

/** What waits says anew what it would do, since other files have come in between. */
const lookAgainAtWaiting = (program: Here): Promise<void> => lookAgainAtThose(program, "waiting");

const lookAgainAtThose = async (program: Here, state: FileRow["state"]): Promise<void> => {
  const rows = program.store.db
    .prepare(`SELECT ${fileColumns} FROM bundles WHERE direction = 'in' AND state = ? ORDER BY id`)
    .all(state) as FileRow[];
  for (const row of rows) {
    const { kind } = JSON.parse(row.report) as Partial<Kept>;
    if (kind === "bundle") await lookAgainAt(program, row);
  }
};

const lookAgainAt = async (program: Here, row: FileRow): Promise<void> => {
  try {
    const file = await openStaged(program, row);
    const report = await lookAt(program, file);
    setSeen(program, row.id, "waiting", { kind: "bundle", report });
  } catch (thrown) {
    const { code, params } = refusalOrThrow(thrown);
    // Keys that are locked say nothing about what a file is.
    const state = code.startsWith("keys-") ? row.state : (waitsFor[code] ?? "waiting");
    setSeen(program, row.id, state, { kind: "bundle", error: { code, params: { ...params } } });
  }
};

/** EX22: those that were too new for the program, after it was upgraded. */
export const lookAgain = (program: Here): Promise<void> => lookAgainAtThose(program, "too-new");

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
