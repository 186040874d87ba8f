/**
 * The one way in (EX1): every write, from the screen, an import, the command line or later a bundle, is a commit. It
 * appends to the log and updates the tables in one SQLite transaction; nothing else in the program writes records.
 */
import { AppError } from "#shared/errors.ts";
import { retractUnit, sharedUnits, stepUnit } from "#shared/exchange/merging.ts";
import { type Change, creation, type Version } from "#shared/store/commit.ts";
import type { RecordKind } from "#shared/store/kinds.ts";
import { kindByName } from "#shared/store/registry.ts";
import { canonical, commitHash, type HashedChange } from "./canonical.ts";
import { asRefusal } from "./connection.ts";
import type { Store } from "./store.ts";
import type { Written } from "./writing.ts";

export interface ChangeInput extends Omit<Change, "base"> {
  /** The versions that the writer saw (EX3); left out: those that stand now. */
  readonly base?: readonly Version[];
  /** The unit on whose behalf it is written, where that has no program of its own (EX4). */
  readonly behalf?: string | null;
}

export interface CommitInput {
  /** Why: `issues.add`, `tasks.import` …; worded under `history.actions`. */
  readonly action: string;
  readonly note?: string | null;
  /** The commit that this one takes back. */
  readonly undoes?: Version | null;
  /** When it was done, for people to read, where that is not now: the demonstration tells of past days. */
  readonly at?: Date;
  /** The office that writes, where the folder does not know yet which it is. */
  readonly office?: string;
  readonly changes: Iterable<ChangeInput>;
}

export interface Committed {
  readonly version: Version;
  /** Ids of the records that were touched, in order of first mention. */
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  /** How many of its changes are proposals, since this office has no authority for them (EX5); left out: none. */
  readonly proposed?: number;
}

export { retractUnit, stepUnit };

/**
 * Writes one commit, whole or not at all.
 * @throws AppError `not-valid` when a value breaks its schema, `nothing-to-do` for an empty commit, `changed-since`
 *   when a `base` that was given is no longer what stands, `disk-full`, `database-corrupt`
 */
export const commit = (store: Store, input: CommitInput): Committed => {
  store.assertWritable();
  const result = written(store, input);
  store.committed(result);
  const { version, ids, kinds, proposed = 0 } = result;
  return { version, ids, kinds, ...(proposed > 0 && { proposed }) };
};

const written = (store: Store, input: CommitInput): Written => {
  const writing = store.writing();
  const write = (): Written => {
    const commitId = writing.insertHead(input);
    const hashed: HashedChange[] = [];
    for (const change of input.changes) hashed.push(writing.write(commitId, hashed.length, checked(change)));
    if (hashed.length === 0) throw new AppError("nothing-to-do");
    const hash = commitHash(writing.hashedHead, hashed);
    writing.seal(commitId, hash);
    return writing.finish(hash);
  };
  try {
    return store.db.transaction(write).immediate();
  } catch (error) {
    store.rolledBack();
    throw asRefusal(error, store.folder);
  }
};

type SharedUnit = keyof typeof sharedUnits;

export interface CheckedChange extends ChangeInput {
  readonly text: string;
}

const checked = (change: ChangeInput): CheckedChange => {
  const kind = kindByName.get(change.kind);
  if (!kind) throw new Error(`no such kind of record: ${change.kind}`);
  const value = parseValue(kind, change);
  return { ...change, value, text: canonical(value) };
};

const parseValue = (kind: RecordKind, change: ChangeInput): unknown => {
  if (change.unit === creation) {
    const values = Object.entries(change.value as Record<string, unknown>).filter(([, value]) => value !== undefined);
    return Object.fromEntries(values.map(([unit, value]) => [unit, parseUnit(kind, unit, value)]));
  }
  return parseUnit(kind, change.unit, change.value);
};

const parseUnit = (kind: RecordKind, unit: string, value: unknown): unknown => {
  const schema = unit === stepUnit ? kind.step : (kind.units[unit]?.schema ?? sharedUnits[unit as SharedUnit]);
  if (!schema) throw new Error(`${kind.kind} has no unit of merge ${unit}`);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("not-valid", {
    field: [unit, ...(issue?.path ?? [])].join("."),
    reason: issue?.message ?? "",
  });
};
