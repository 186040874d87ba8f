/**
 * How commits become tables. Each kind of record says which columns a unit of merge sets, and what follows from the
 * whole record once a commit is in (state, search, mentions). State is a pure function of the accepted commits (EX1),
 * so a projection reads nothing but the log's tables, its own, and the calendar day.
 */
import type { HolidayTable } from "#shared/calendar/workdays.ts";
import type { Settings } from "#shared/system/settings.ts";
import type { Db, Statement } from "./connection.ts";

export type SqlValue = string | number | null;
export type Columns = Readonly<Record<string, SqlValue>>;

export interface Finishing {
  readonly db: Db;
  readonly today: string;
  readonly settings: () => Settings;
  /** Imported years of the holiday table. */
  readonly holidays: () => HolidayTable;
  /** Whether a record was made just now, so that nothing of it stands in mentions and search yet. */
  readonly isNew: (rid: number) => boolean;
}

export interface Projection {
  readonly kind: string;
  readonly table: string;
  /** The columns that one unit of merge sets. `value` has passed the kind's schema. */
  readonly columns: (unit: string, value: unknown) => Columns;
  /** Runs once for each record that a commit touched, after all its changes are in. */
  readonly finish?: (rids: readonly number[], context: Finishing) => void;
}

/**
 * What is new when records of these kinds are finished together. Units finish first, and with them whatever names one
 * and what lies below that, so that nothing is new any more when its own kind's turn comes.
 */
export const isNewIn = (kinds: readonly string[], made: Finishing["isNew"]): Finishing["isNew"] =>
  kinds.includes("unit") ? () => false : made;

interface Prepared {
  readonly names: readonly string[];
  readonly statement: Statement;
}

const isFor = (prepared: Prepared, names: readonly string[]): boolean =>
  prepared.names.length === names.length && names.every((name, at) => name === prepared.names[at]);

/** Sets columns of one row; statements are prepared once for each set of columns. */
export class RowWriter {
  readonly #db: Db;
  readonly #statements = new Map<string, Statement>();
  /** By table: the columns of the row before are mostly those of the next one. */
  readonly #inserts = new Map<string, Prepared>();
  readonly #updates = new Map<string, Prepared>();

  constructor(db: Db) {
    this.#db = db;
  }

  insert(table: string, rid: number, columns: Columns): void {
    const names = Object.keys(columns);
    let last = this.#inserts.get(table);
    if (!last || !isFor(last, names)) {
      const sql = `INSERT INTO ${table} (rid${names.map((name) => `, ${name}`).join("")}) VALUES (?${", ?".repeat(names.length)})`;
      last = { names, statement: this.#prepared(sql) };
      this.#inserts.set(table, last);
    }
    last.statement.run(rid, ...Object.values(columns));
  }

  /** False when there is no such row. */
  update(table: string, rid: number, columns: Columns): boolean {
    const names = Object.keys(columns);
    if (names.length === 0) return true;
    let last = this.#updates.get(table);
    if (!last || !isFor(last, names)) {
      const sql = `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE rid = ?`;
      last = { names, statement: this.#prepared(sql) };
      this.#updates.set(table, last);
    }
    return last.statement.run(...Object.values(columns), rid).changes > 0;
  }

  /** The columns in the order of their names given; undefined when there is no such row. */
  read(table: string, rid: number, names: readonly string[]): unknown {
    return this.#prepared(`SELECT ${names.join(", ")} FROM ${table} WHERE rid = ?`)
      .raw()
      .get(rid);
  }

  remove(table: string, rid: number): void {
    this.#prepared(`DELETE FROM ${table} WHERE rid = ?`).run(rid);
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
