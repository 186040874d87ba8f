/**
 * What a stream says next (EX10, EX11, EX13): of everything that came into the log since the last time, what concerns
 * the receiver; records that come into its scope whole, with the history that it may see; and a notice for those that
 * leave it. Over a small port, so that a memory office and the database plan by the very same rules. Plain arrays and
 * maps: a city plans a hundred thousand changes at once.
 */
import { purgeUnit } from "./merging.ts";
import {
  bearsOnScope,
  codesNamedBy,
  concerns,
  goesAlong,
  maySeeStep,
  type Receiver,
  type ScopeFacts,
  stepsAreApart,
  unitOf,
  valueTells,
} from "./scope.ts";

/** A record as whoever plans names it: its id, or its row. */
export type RecordKey = string | number;

export interface PlanChange<R extends RecordKey> {
  /** Grows with the order in which commits came in. */
  readonly commit: number;
  readonly ord: number;
  readonly record: R;
  readonly kind: string;
  readonly unit: string;
  /** JSON, where the unit of merge bears on scope or names units; null elsewhere, and where it was purged. */
  readonly value: string | null;
  readonly office: string;
  readonly behalf: string | null;
  /** It came from the receiver. */
  readonly theirs: boolean;
}

export interface PlanPort<R extends RecordKey> {
  readonly receiver: Receiver;
  /** Sends back what came from the receiver too, since it was restored (EX19). */
  readonly echo: boolean;
  /** What came since the last time. */
  readonly news: readonly PlanChange<R>[];
  readonly isInScope: (record: R) => boolean;
  /**
   * The receiver may share the record without this stream saying so: it says that it does, or a stream before this one
   * had it and this one has not told yet that it left.
   */
  readonly isTold?: (record: R) => boolean;
  /** Something of the record was in a stream to the receiver at any time. */
  readonly wasEverSent?: (record: R) => boolean;
  /** Another neighbour than the receiver said that the record left this office's scope: so it left that of all below. */
  readonly isArchived?: (record: R) => boolean;
  readonly histories: (records: readonly R[]) => ReadonlyMap<R, readonly PlanChange<R>[]>;
  readonly facts: (records: readonly R[]) => ReadonlyMap<R, ScopeFacts>;
  readonly wasSent: (commit: number, ord: number) => boolean;
  /** Whether so many changes are all of a commit. */
  readonly isWhole: (commit: number, changes: number) => boolean;
  /** The record of a unit by its code, and the codes that this one names in turn; null when none is known. */
  readonly unitNamed: (code: string) => { readonly record: R; readonly names: readonly string[] } | null;
  /** A step by its version and place, with the office that wrote it. */
  readonly stepAt: (version: string, ord: number) => { readonly value: unknown; readonly office: string } | null;
}

export type PlannedEntry<R extends RecordKey> =
  /** `ords` null: the whole commit. */
  | { readonly commit: number; readonly ords: readonly number[] | null }
  | { readonly notice: "enter" | "leave"; readonly record: R };

export interface Plan<R extends RecordKey> {
  readonly entries: readonly PlannedEntry<R>[];
  readonly entered: readonly R[];
  readonly left: readonly R[];
}

export const planEntries = <R extends RecordKey>(port: PlanPort<R>): Plan<R> => new Planner(port).plan();

class Planner<R extends RecordKey> {
  readonly #port: PlanPort<R>;
  readonly #entering = new Set<R>();
  readonly #leaving: R[] = [];
  /** Records that were not in scope, of which the receiver told, and that do not concern it. */
  readonly #strays: R[] = [];
  readonly #staying = new Map<R, PlanChange<R>[]>();
  readonly #facts = new Map<R, ScopeFacts>();
  readonly #ords = new Map<number, number[]>();
  readonly #named = new Set<string>();
  /** Named and not looked up yet. */
  #asked: string[] = [];
  readonly #told = new Set<R>();

  constructor(port: PlanPort<R>) {
    this.#port = port;
  }

  plan(): Plan<R> {
    const byRecord = Map.groupBy(this.#port.news, ({ record }) => record);
    this.#judge(byRecord);
    for (const changes of this.#staying.values()) this.#take(changes);
    this.#takeHistories([...this.#entering]);
    this.#takePurges([...this.#leaving, ...this.#strays]);
    while (this.#asked.length > 0) this.#takeNamed();
    return { entries: this.#entries(), entered: [...this.#entering], left: this.#leaving };
  }

  /** Who stays, comes and goes, of the records that have news. */
  #judge(byRecord: ReadonlyMap<R, PlanChange<R>[]>): void {
    const asked: R[] = [];
    for (const [record, changes] of byRecord) {
      const scoped = this.#port.isInScope(record);
      if (!scoped || changes.some(({ kind, unit }) => bearsOnScope(kind, unit))) asked.push(record);
    }
    for (const [record, facts] of this.#port.facts(asked)) this.#facts.set(record, facts);
    for (const [record, changes] of byRecord) this.#place(record, changes);
  }

  #place(record: R, changes: PlanChange<R>[]): void {
    const { receiver, isInScope } = this.#port;
    const kind = changes[0]?.kind ?? "";
    const scoped = isInScope(record);
    const facts = this.#facts.get(record);
    if (!receiver.sameOffice && goesAlong(kind)) {
      // A unit is shared with whoever named it, and with whoever told of it.
      if (scoped) this.#staying.set(record, changes);
      else if (changes.some(({ theirs }) => theirs)) this.#entering.add(record);
      return;
    }
    const isArchived = this.#port.isArchived?.(record) === true;
    const concerned = !isArchived && (facts === undefined ? scoped : concerns(facts, receiver));
    const isTold = (): boolean => changes.some(({ theirs }) => theirs) || this.#port.isTold?.(record) === true;
    if (scoped && concerned) this.#staying.set(record, changes);
    else if (scoped) this.#leaving.push(record);
    else if (concerned && (facts?.undone !== true || isTold())) this.#entering.add(record);
    // While its creation has not come, nobody knows whom it concerns.
    else if (!concerned && facts?.makers.length !== 0 && (isTold() || this.#mustPurge(record, changes)))
      this.#strays.push(record);
  }

  /** A purge of what the receiver was sent before it left. */
  #mustPurge(record: R, changes: readonly PlanChange<R>[]): boolean {
    if (!changes.some(({ unit }) => unit === purgeUnit)) return false;
    if (this.#port.wasEverSent?.(record) === true) return true;
    const all = this.#port.histories([record]).get(record) ?? [];
    return all.some(({ commit, ord }) => this.#port.wasSent(commit, ord));
  }

  #takeHistories(records: readonly R[]): void {
    const missing = records.filter((record) => !this.#facts.has(record));
    if (missing.length > 0) {
      for (const [record, facts] of this.#port.facts(missing)) this.#facts.set(record, facts);
    }
    for (const changes of this.#port.histories(records).values()) this.#take(changes);
  }

  /** EX8: an order to purge reaches whoever has the record, also where it is what takes the record out of the scope. */
  #takePurges(records: readonly R[]): void {
    if (records.length === 0) return;
    for (const changes of this.#port.histories(records).values()) {
      this.#take(changes.filter(({ unit }) => unit === purgeUnit));
    }
  }

  /** Units that were named, and those that these name in turn. */
  #takeNamed(): void {
    const codes = this.#asked;
    this.#asked = [];
    const entering: R[] = [];
    for (const code of codes) {
      const found = this.#port.unitNamed(code);
      if (found === null) continue;
      for (const name of found.names) this.#name(name);
      if (this.#port.isInScope(found.record) || this.#entering.has(found.record)) continue;
      this.#entering.add(found.record);
      entering.push(found.record);
    }
    if (entering.length > 0) this.#takeHistories(entering);
  }

  #name(code: string): void {
    if (this.#named.has(code)) return;
    this.#named.add(code);
    this.#asked.push(code);
  }

  #take(changes: readonly PlanChange<R>[]): void {
    const { receiver, echo, wasSent } = this.#port;
    for (const change of changes) {
      const value = this.#parsed(change);
      if (!this.#maySee(change, value)) continue;
      if (!receiver.sameOffice) {
        for (const code of codesNamedBy(change.kind, change.unit, value, change.behalf)) this.#name(code);
      }
      if (change.theirs && !echo) {
        this.#told.add(change.record);
        continue;
      }
      if (wasSent(change.commit, change.ord)) continue;
      this.#told.add(change.record);
      const ords = this.#ords.get(change.commit);
      if (ords) ords.push(change.ord);
      else this.#ords.set(change.commit, [change.ord]);
    }
  }

  #parsed({ kind, unit, value }: PlanChange<R>): unknown {
    if (value === null || this.#port.receiver.sameOffice || !valueTells(kind, unit)) return undefined;
    return JSON.parse(value);
  }

  #maySee({ kind, unit, office, record }: PlanChange<R>, value: unknown): boolean {
    const { receiver, stepAt } = this.#port;
    if (receiver.sameOffice || !stepsAreApart(kind)) return true;
    const owner = this.#facts.get(record)?.owner ?? "";
    // Of a step that was purged nobody can say any more whose it was.
    if (unit === "step")
      return value !== null && value !== undefined && maySeeStep(unitOf(value, office, owner), receiver, office);
    if (unit !== "retract") return true;
    const { version, ord } = (value ?? {}) as { version?: string; ord?: number };
    const step = version === undefined || ord === undefined ? null : stepAt(version, ord);
    return (
      step !== null && step.value !== null && maySeeStep(unitOf(step.value, step.office, owner), receiver, step.office)
    );
  }

  /** Commits in the order in which they came, then notices. */
  #entries(): PlannedEntry<R>[] {
    const entries: PlannedEntry<R>[] = [...this.#ords]
      .toSorted(([a], [b]) => a - b)
      .map(([commit, ords]) => {
        const places = isInOrder(ords) ? ords : [...new Set(ords)].toSorted((a, b) => a - b);
        return { commit, ords: this.#port.isWhole(commit, places.length) ? null : places };
      });
    for (const record of this.#entering) {
      if (!this.#told.has(record)) entries.push({ notice: "enter", record });
    }
    for (const record of [...this.#leaving, ...this.#strays]) entries.push({ notice: "leave", record });
    return entries;
  }
}

/** As they mostly are: rising, each once. */
const isInOrder = (ords: readonly number[]): boolean => {
  for (let at = 1; at < ords.length; at += 1) if ((ords[at - 1] ?? 0) >= (ords[at] ?? 0)) return false;
  return true;
};
