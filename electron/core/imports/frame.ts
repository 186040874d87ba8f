/**
 * What the importer frame has to know of a kind of list: its fields as text, how a typed correction is read, which
 * units it names, and how a line becomes a record. One frame, and a dictionary like this for each capability.
 */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { RevisionItem } from "#shared/tasks/revision.ts";
import type { Db } from "../store/connection.ts";
import type { ListRow } from "./readers.ts";

export interface ReadContext {
  /** The list's year, for periods that name none. */
  readonly year: number | null;
}

export interface FieldProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Corrected<Row> {
  readonly row: Row;
  /** What is wrong with the value as typed; null: nothing. */
  readonly problem: FieldProblem | null;
}

/** A record that an earlier import made. */
export interface Earlier<Row> {
  readonly id: string;
  readonly row: Row;
}

export interface Frame<Row extends ListRow = ListRow> {
  readonly capability: ImportCapability;
  readonly kind: "task" | "issue";
  /** What a column may be taken for, in the order offered. */
  readonly meanings: readonly string[];
  /** The fields of a line as text, by key. */
  cells(row: Row): Record<string, string>;
  /** @throws AppError `no-such-field` */
  correct(row: Row, field: string, value: string, context: ReadContext): Corrected<Row>;
  /** Unit names as written, with repeats. */
  unitTexts(row: Row): readonly string[];
  withUnits(row: Row, replace: (text: string) => string): Row;
  /** The values of the record's units of merge, `origin` aside. */
  values(row: Row): Record<string, unknown>;
  /** A value as it is written: with the codes of the units that it names, where authority goes by them (EX4). */
  resolved(unit: string, value: unknown, codeOf: (text: string) => string | null): unknown;
  /** Steps that a new record begins with. */
  firstSteps(row: Row, today: string): readonly unknown[];
  /** Records that earlier imports made, as lines of a list. */
  earlier(db: Db, importIds: readonly string[]): Earlier<Row>[];
  /**
   * What these were broken down into since (分解). A list that names a part again, as the board printed with all of the
   * office's own does, means it; one that does not name it says nothing of it.
   */
  parts(db: Db, importIds: readonly string[]): Earlier<Row>[];
  /** What the comparison of a revised list looks at. */
  revisionItem(row: Row): RevisionItem;
  /** Fields that a revised list may change; what was reported since is none of them. */
  readonly revisable: readonly (keyof Row & string)[];
  /** Fields about which a list without such a column says nothing. */
  readonly silentWithout: ReadonlySet<string>;
}

/** Sets a text, or takes the key away where it is blank. */
export const withText = <Row extends object>(row: Row, key: string, value: string): Row => {
  const { [key]: _, ...rest } = row as Record<string, unknown>;
  return (value === "" ? rest : { ...rest, [key]: value }) as Row;
};

/** Columns without a meaning of ours, as cells: `extra.<name>`. */
export const extraCells = (extra: Readonly<Record<string, string>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(extra ?? {}).map(([name, value]) => [`extra.${name}`, value]));

/** The keys whose text is not blank. */
export const filled = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
