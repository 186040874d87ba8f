/**
 * Writes what merging made of a record into the tables that follow from the log: heads, steps, conflicts and the row of
 * its kind. Accepting, local commits on shared records and replay all write through it.
 */
import { conflictId } from "#shared/exchange/merge-record.ts";
import { inOrder } from "#shared/exchange/merge-order.ts";
import type { MergedRecord } from "#shared/exchange/merging.ts";
import { creation } from "#shared/store/commit.ts";
import { emptyValue, type RecordKind } from "#shared/store/kinds.ts";
import { sha256 } from "./canonical.ts";
import type { Db } from "./connection.ts";
import type { LoadedChange } from "./load-changes.ts";
import { type Columns, type Projection, RowWriter } from "./projection.ts";

export interface Opened {
  readonly conflicts: number;
  readonly proposals: number;
  /** Values, steps or questions stand otherwise than before, and not only by whom they were written. */
  readonly differs: boolean;
}

export interface ToWrite {
  readonly rid: number;
  readonly record: string;
  readonly kind: RecordKind;
  readonly projection: Projection;
  readonly changes: readonly LoadedChange[];
  readonly merged: MergedRecord;
  /** Nothing of it stands in any table yet. */
  readonly isNew: boolean;
}

export class MergedRows {
  readonly #rows: RowWriter;
  readonly #sql: ReturnType<typeof prepareAll>;
  /** Columns of units that nobody wrote, by table. */
  readonly #empty = new Map<string, ReadonlyMap<string, Columns>>();

  constructor(db: Db) {
    this.#rows = new RowWriter(db);
    this.#sql = prepareAll(db);
  }

  /** Answers which questions are open now that were not before. */
  write(record: ToWrite): Opened {
    const { rid, changes, merged, isNew } = record;
    const created = this.#created(record);
    const before = isNew ? null : this.#standing(record);
    const known = isNew ? noneKnown : this.#clear(rid);
    const idOf = new Map(changes.map(({ version, commitId }) => [version, commitId]));
    for (const [unit, versions] of merged.heads) {
      if (versions.length === 1 && idOf.get(versions[0] ?? "") === created) continue;
      for (const version of versions) this.#sql.insertHead.run(rid, unit, idOf.get(version));
    }
    for (const { version, ord, value, rank, retracted } of merged.steps) {
      const shown = rank > 0 ? 2 : rank;
      this.#sql.insertStep.run(rid, idOf.get(version), ord, JSON.stringify(value), retracted ? 1 : 0, shown);
    }
    const opened = this.#ask(record, known);
    this.#setRow(record);
    return { ...opened, differs: isNew || opened.differs || before !== this.#standing(record) };
  }

  /** What stands of a record's values and steps, as one text. */
  #standing({ rid, kind, projection }: ToWrite): string {
    const row =
      projection.table === "facts"
        ? this.#sql.facts.all(rid)
        : this.#rows.read(projection.table, rid, this.#columnNames(kind, projection));
    return JSON.stringify([row, this.#sql.steps.all(rid)]);
  }

  #columnNames(kind: RecordKind, projection: Projection): readonly string[] {
    return [...this.#emptyOf(kind, projection).values()].flatMap((columns) => Object.keys(columns));
  }

  /** A record whose creation is not here, or was set aside, stands in no list. */
  removeRow({ rid, projection }: Pick<ToWrite, "rid" | "projection">): void {
    if (projection.table === "facts") this.#sql.dropFacts.run(rid);
    else this.#rows.remove(projection.table, rid);
    this.#sql.dropMentions.run(rid);
  }

  /** The first creation in the agreed order is the record's. */
  #created({ rid, changes, isNew }: ToWrite): number | null {
    const creations = changes.filter(({ unit }) => unit === creation);
    const [first] = creations.length > 1 ? creations.toSorted(inOrder) : creations;
    if (!first) return null;
    // The row of a new record bears the commit by which it came, which seldom is another.
    if (!isNew || changes[0]?.commitId !== first.commitId)
      this.#sql.setCreated.run(first.commitId, rid, first.commitId);
    return first.commitId;
  }

  #clear(rid: number): ReadonlySet<string> {
    this.#sql.dropHeads.run(rid);
    this.#sql.dropSteps.run(rid);
    const known = this.#sql.conflicts.all(rid) as string[];
    if (known.length > 0) this.#sql.dropConflicts.run(rid);
    return new Set(known);
  }

  #ask({ rid, record, merged }: ToWrite, known: ReadonlySet<string>): Opened {
    let conflicts = 0;
    let proposals = 0;
    let stillOpen = 0;
    for (const question of merged.questions) {
      const id = conflictId(record, question, sha256);
      this.#sql.insertConflict.run(id, rid, question.kind, question.unit, JSON.stringify(question.versions));
      if (known.has(id)) {
        stillOpen += 1;
        continue;
      }
      if (question.kind === "proposal") proposals += 1;
      else conflicts += 1;
    }
    return { conflicts, proposals, differs: conflicts + proposals > 0 || stillOpen < known.size };
  }

  #setRow(record: ToWrite): void {
    const { rid, projection, merged, isNew } = record;
    if (projection.table === "facts") {
      if (!isNew) this.#sql.dropFacts.run(rid);
      for (const [unit, value] of merged.values) this.#sql.insertFact.run(rid, unit, JSON.stringify(value));
      return;
    }
    const columns = this.#columns(record);
    if (isNew ? !merged.whole : this.#rows.update(projection.table, rid, columns)) return;
    if (merged.whole) this.#rows.insert(projection.table, rid, columns);
  }

  /** Of every unit of the kind, so that one statement serves all rows. */
  #columns({ kind, projection, merged }: ToWrite): Columns {
    const columns: Record<string, Columns[string]> = {};
    for (const [unit, empty] of this.#emptyOf(kind, projection)) {
      const value = merged.values.get(unit);
      Object.assign(columns, value === undefined ? empty : projection.columns(unit, value));
    }
    if (!merged.whole) Object.assign(columns, projection.columns("life", { state: "undone" }));
    return columns;
  }

  #emptyOf(kind: RecordKind, projection: Projection): ReadonlyMap<string, Columns> {
    let empty = this.#empty.get(projection.table);
    if (!empty) {
      const units = Object.keys(kind.units);
      empty = new Map(units.map((unit) => [unit, projection.columns(unit, emptyValue(kind, unit))]));
      this.#empty.set(projection.table, empty);
    }
    return empty;
  }
}

const noneKnown: ReadonlySet<string> = new Set();

const prepareAll = (db: Db) => ({
  setCreated: db.prepare("UPDATE records SET created = ? WHERE rid = ? AND created <> ?"),
  dropHeads: db.prepare("DELETE FROM heads WHERE rid = ?"),
  insertHead: db.prepare("INSERT INTO heads (rid, unit, commit_id) VALUES (?, ?, ?)"),
  dropSteps: db.prepare("DELETE FROM steps WHERE rid = ?"),
  insertStep: db.prepare("INSERT INTO steps (rid, commit_id, ord, data, retracted, rank) VALUES (?, ?, ?, ?, ?, ?)"),
  conflicts: db.prepare("SELECT id FROM conflicts WHERE rid = ?").pluck(),
  dropConflicts: db.prepare("DELETE FROM conflicts WHERE rid = ?"),
  insertConflict: db.prepare("INSERT INTO conflicts (id, rid, kind, unit, versions) VALUES (?, ?, ?, ?, ?)"),
  facts: db.prepare("SELECT unit, value FROM facts WHERE rid = ? ORDER BY unit").raw(),
  steps: db
    .prepare("SELECT commit_id, ord, data, retracted, rank FROM steps WHERE rid = ? ORDER BY commit_id, ord")
    .raw(),
  dropFacts: db.prepare("DELETE FROM facts WHERE rid = ?"),
  insertFact: db.prepare("INSERT INTO facts (rid, unit, value) VALUES (?, ?, ?)"),
  dropMentions: db.prepare("DELETE FROM mentions WHERE rid = ?"),
});
