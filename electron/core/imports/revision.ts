/**
 * What a revised list changes in the records of the import that it revises: which are as they were, which changed in
 * which fields, which are new, and which the list no longer has. Only what lists say is compared; what was reported
 * since stays.
 */
import { AppError } from "#shared/errors.ts";
import type { ImportFacts } from "#shared/imports/record.ts";
import type { StageRow } from "#shared/imports/view.ts";
import { compareRevision, type RevisionItem } from "#shared/tasks/revision.ts";
import { canonical } from "../store/canonical.ts";
import type { Store } from "../store/store.ts";
import type { Earlier, Frame } from "./frame.ts";
import { isUndoneImport } from "./known.ts";
import type { ListRow } from "./readers.ts";
import { importable, type Item, type StageState } from "./stage.ts";

export interface Match {
  readonly kind: StageRow["kind"];
  /** The record that it is, or may be; null for new ones. */
  readonly earlier: Earlier<ListRow> | null;
  /** Fields that differ. */
  readonly fields: readonly string[];
  /** Field → its text in the record. */
  readonly before: Record<string, string>;
  readonly perhaps: StageRow["perhaps"];
}

export interface Compared {
  /** By the item's key. */
  readonly of: ReadonlyMap<string, Match>;
  readonly withdrawn: readonly (Earlier<ListRow> & {
    readonly sheet: string;
    readonly line: number;
    readonly cells: Record<string, string>;
  })[];
}
export type Comparison = Compared;

const nothing: Compared = { of: new Map(), withdrawn: [] };

/** The import, and those that it revises in turn, as far as they were not undone. */
const chainOf = (store: Store, id: string): string[] => {
  const chain: string[] = [];
  for (let at: string | null = id; at !== null && !chain.includes(at);) {
    const facts: ImportFacts | null = store.fact<ImportFacts>(at, "facts");
    if (!facts) throw new AppError("not-found", { id: at });
    if (!isUndoneImport(store, at)) chain.push(at);
    at = facts.revises;
  }
  return chain;
};

/** The comparison with the import that the stage says it revises; computed once until something changes. */
export const comparedWith = (store: Store, stage: StageState): Compared => {
  if (stage.revises === null) return nothing;
  if (stage.comparison) return stage.comparison;
  const chain = chainOf(store, stage.revises);
  stage.comparison = compare(stage, stage.frame.earlier(store.db, chain), stage.frame.parts(store.db, chain));
  return stage.comparison;
};

type Before = RevisionItem & { readonly earlier: Earlier<ListRow> };
type After = RevisionItem & { readonly item: Item; readonly row: ListRow };

/** A part is known by its number and title together: its number was given here, and the list may use it for another. */
const nameOfPart = (item: RevisionItem): string => plain([item.no ?? "", item.title]);

const compare = (
  stage: StageState,
  records: readonly Earlier<ListRow>[],
  parts: readonly Earlier<ListRow>[],
): Compared => {
  const { frame } = stage;
  const before = records.map((earlier): Before => ({ ...frame.revisionItem(earlier.row), earlier }));
  const after = importable(stage).flatMap((item): After[] =>
    item.row ? [{ ...frame.revisionItem(item.row), item, row: item.row }] : [],
  );
  const of = new Map<string, Match>();
  const withdrawn: Earlier<ListRow>[] = [];
  const known = new Set(before.map(nameOfPart));
  const partsByName = new Map(parts.map((part) => [nameOfPart(frame.revisionItem(part.row)), part]));
  const listed = after.filter((each) => {
    const name = nameOfPart(each);
    const part = known.has(name) ? undefined : partsByName.get(name);
    if (part === undefined) return true;
    partsByName.delete(name);
    of.set(each.item.key, matchOf(stage, part, each.row));
    return false;
  });
  for (const line of compareRevision(before, listed)) {
    if (line.kind === "withdrawn") withdrawn.push(line.before.earlier);
    else if (line.kind === "new")
      of.set(line.after.item.key, { kind: "new", earlier: null, fields: [], before: {}, perhaps: null });
    else {
      const { earlier } = line.before;
      const { item, row } = line.after;
      const match = matchOf(stage, earlier, row);
      const perhaps = { id: earlier.id, title: earlier.row.title, accepted: stage.accepted.has(item.key) };
      of.set(item.key, line.kind === "perhaps" ? { ...match, kind: "perhaps", perhaps } : match);
    }
  }
  return {
    of,
    withdrawn: withdrawn.map((earlier) => ({
      ...earlier,
      sheet: earlier.row.sheet,
      line: earlier.row.row,
      cells: frame.cells(earlier.row),
    })),
  };
};

const matchOf = (stage: StageState, earlier: Earlier<ListRow>, row: ListRow): Match => {
  const fields = changedFields(stage, earlier.row, row);
  const kind = fields.length === 0 ? "unchanged" : "changed";
  return { kind, earlier, fields, before: textsBefore(stage.frame, earlier.row, fields), perhaps: null };
};

const plain = (value: unknown): string => {
  if (typeof value === "string") return value.normalize("NFKC").replaceAll(/\s+/g, "");
  if (typeof value === "object" && value !== null && "text" in value) return plain(value.text);
  return canonical(value ?? "");
};

/** Fields of the list that say another thing than the record. A column that is not there, or a note left out, says nothing. */
const changedFields = ({ frame, file }: StageState, record: ListRow, row: ListRow): string[] => {
  const has = new Set<string>(file.reading.columns.map(({ meaning }) => meaning));
  const told = row as unknown as Readonly<Record<string, unknown>>;
  const stands = record as unknown as Readonly<Record<string, unknown>>;
  return frame.revisable.filter((field) => {
    if (told[field] === undefined && (field === "note" || (frame.silentWithout.has(field) && !has.has(field))))
      return false;
    return plain(told[field]) !== plain(stands[field]);
  });
};

const textsBefore = (frame: Frame, record: ListRow, fields: readonly string[]): Record<string, string> => {
  const cells = frame.cells(record);
  return Object.fromEntries(fields.map((field) => [field, cells[field] ?? ""]));
};

/** The record as the revised list has it: the fields that differ taken from the list, all others as they stand. */
export const revisedRow = (record: ListRow, row: ListRow, fields: readonly string[]): ListRow => {
  const told = row as unknown as Readonly<Record<string, unknown>>;
  const kept = Object.entries(record).filter(([key]) => !fields.includes(key));
  const taken = fields.filter((field) => told[field] !== undefined).map((field) => [field, told[field]] as const);
  return Object.fromEntries([...kept, ...taken]) as unknown as ListRow;
};
