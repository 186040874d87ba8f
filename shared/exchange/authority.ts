/**
 * Who may write what (EX4): the rank of each change of a record, from the record's own changes and the codes in them
 * alone, never by what an office happens to know otherwise. 0: none, a proposal (EX5); 1: on behalf; 2 and more: its own.
 */
import type { RecordKind, StepRule, Writer } from "../store/kinds.ts";
import { isAbove, isWithin } from "../units/area.ts";
import { divisionOfCode, isNationalCode } from "../units/codes.ts";
import { creation } from "../store/commit.ts";
import { inOrder, saw } from "./merge-order.ts";
import type { MergeChange } from "./merging.ts";

export type Rank = number;

/** Whether a unit lies in an office's area, itself included: 370300 has 370303, 370303001 and 370303-D01. */
export const officeContains = (office: string, unit: string): boolean => office === unit || isWithin(unit, office);

/** A town 0, a district 1, a city 2, a province 3. */
const heightOf = (office: string): number => {
  if (!isNationalCode(office) || office.length > 6) return 0;
  if (office.endsWith("0000")) return 3;
  return office.endsWith("00") ? 2 : 1;
};

/** Whom a change made responsible, or no longer, for ever after or until another does. */
interface Grant {
  readonly change: MergeChange;
  readonly gives: readonly string[];
  readonly takes: (code: string) => boolean;
}

const changesByHand: ReadonlySet<string> = new Set(["retract", "settle", "purge", "step", creation]);

export class Rights {
  readonly #kind: RecordKind;
  readonly #record: string;
  readonly #creations: readonly MergeChange[];
  readonly #changes: readonly MergeChange[];
  #grants: readonly Grant[] | null = null;

  constructor(kind: RecordKind, record: string, changes: readonly MergeChange[]) {
    this.#kind = kind;
    this.#record = record;
    this.#changes = changes;
    const creations = changes.filter(({ unit }) => unit === creation);
    // Of a unit every office may have its own entry (EX8a).
    this.#creations = kind.area === undefined ? trueCreations(creations) : creations;
  }

  rankOf(change: MergeChange): Rank {
    const { unit } = change;
    if (unit === creation) return 2;
    if (unit === "step") return this.#stepRank(change);
    // What they close, take back or blank is judged with it.
    if (unit === "settle" || unit === "retract") return 1;
    if (unit === "purge") return this.#purgeRank(change);
    return this.writerRank(this.#kind.units[unit]?.writer ?? "registrar", change);
  }

  /** The rank that the office of `change` has for what another change wrote, at the time of the former. */
  rankFor(change: MergeChange, written: Pick<MergeChange, "unit" | "value">): Rank {
    const { unit, value } = written;
    if (unit === "step") return this.#stepRank({ ...change, value });
    return this.rankOf(changesByHand.has(unit) ? change : { ...change, unit });
  }

  writerRank(writer: Writer, change: MergeChange): Rank {
    if (writer === "responsible") return this.#responsibleRank(change);
    if (writer === "area") return this.#areaRank(change);
    if (writer === "self") return this.#isMaker(change) ? 2 : 0;
    return this.#ownerRank(change);
  }

  /** Who made the record; where that was on behalf of a unit, that unit first. */
  #ownerRank(change: MergeChange): Rank {
    let rank = 0;
    for (const made of this.#creations) {
      if (made.behalf === change.office) return 2;
      if (isSameOffice(change, made)) rank = Math.max(rank, made.behalf === null ? 2 : 1);
    }
    return rank;
  }

  #isMaker(change: MergeChange): boolean {
    return this.#creations.some((made) => isSameOffice(change, made));
  }

  #areaRank(change: MergeChange): Rank {
    const area = this.#kind.area?.(this.#record) ?? "";
    if (officeContains(change.office, area)) return 2 + heightOf(change.office);
    return this.#isMaker(change) ? 1 : 0;
  }

  #responsibleRank(change: MergeChange): Rank {
    if (this.#isGranted(change, change.office)) return 2;
    if (this.#ownerRank(change) > 0) return 1;
    return this.#grantsBefore(change).some(({ gives }) => gives.some((code) => isAbove(change.office, code))) ? 1 : 0;
  }

  #stepRank(change: MergeChange): Rank {
    const rule = this.#kind.stepRule?.(change.value);
    if (!rule) return this.#ownerRank(change);
    if (rule.writer === "above") return this.#aboveRank(change, rule);
    if (rule.writer === "unit") return this.#unitRank(change, rule);
    return this.writerRank(rule.writer, change);
  }

  #aboveRank(change: MergeChange, { unit }: StepRule): Rank {
    const owner = this.#ownerRank(change);
    if (owner > 0 || unit === null) return owner;
    return isAbove(change.office, unit) || this.#isItsOwnName(change, unit) ? 2 : 0;
  }

  #unitRank(change: MergeChange, { unit }: StepRule): Rank {
    const owner = this.#ownerRank(change);
    if (unit === null && owner > 0) return owner;
    const of = unit ?? change.office;
    if (of === change.office && this.#isGranted(change, of)) return 2;
    if (owner > 0) return 1;
    return isAbove(change.office, of) || this.#isItsOwnName(change, of) ? 1 : 0;
  }

  /** A unit named by its text, by an office that is responsible: it lies under that office, for it has no code elsewhere. */
  #isItsOwnName(change: MergeChange, unit: string): boolean {
    return divisionOfCode(unit) === undefined && this.#isGranted(change, change.office);
  }

  /**
   * Who owns a record purges all of it; others only what they wrote themselves (rank 0). That depends on no value, which
   * a purge may have blanked.
   */
  #purgeRank(change: MergeChange): Rank {
    return this.#kind.area === undefined ? this.#ownerRank(change) : this.#areaRank(change);
  }

  /**
   * Whether `code` was responsible when `change` was written: a value or step before it made it so, and none after that
   * took it away without having seen the change (EX10).
   */
  #isGranted(change: MergeChange, code: string): boolean {
    const grants = this.#allGrants();
    return grants.some((grant, index) => {
      if (!grant.gives.includes(code) || !isBefore(grant.change, change)) return false;
      return !grants.slice(index + 1).some((later) => later.takes(code) && !saw(later.change, change));
    });
  }

  #grantsBefore(change: MergeChange): readonly Grant[] {
    return this.#allGrants().filter((grant) => isBefore(grant.change, change));
  }

  #allGrants(): readonly Grant[] {
    this.#grants ??= this.#changes.flatMap((change) => this.#grantsOf(change));
    return this.#grants;
  }

  #grantsOf(change: MergeChange): Grant[] {
    if (change.value === null || change.value === undefined) return [];
    if (change.unit === "step") return this.#grantsOfStep(change);
    if (change.unit !== creation) return this.#grantsOfUnit(change, change.unit, change.value);
    return Object.entries(change.value).flatMap(([unit, value]) => this.#grantsOfUnit(change, unit, value));
  }

  #grantsOfStep(change: MergeChange): Grant[] {
    const { grants, revokes } = this.#kind.stepRule?.(change.value) ?? {};
    if ((grants === undefined && revokes === undefined) || this.#stepRank(change) === 0) return [];
    return [{ change, gives: grants === undefined ? [] : [grants], takes: (code) => code === revokes }];
  }

  #grantsOfUnit(change: MergeChange, unit: string, value: unknown): Grant[] {
    const declared = Object.hasOwn(this.#kind.units, unit) ? this.#kind.units[unit] : undefined;
    if (!declared?.grants) return [];
    if (change.unit !== creation && this.#ownerRank(change) === 0) return [];
    const gives = declared.grants(value);
    return [{ change, gives, takes: (code) => !gives.includes(code) }];
  }
}

/** A record is made once. Where another says that it made it too, it does not take it from an office above itself. */
const trueCreations = (creations: readonly MergeChange[]): readonly MergeChange[] =>
  creations.length < 2
    ? creations
    : creations.filter(({ office }) => !creations.some((other) => isAbove(other.office, office)));

/** What was written before the office had its code was written by whoever wrote in that epoch. */
export const isSameOffice = (change: MergeChange, other: MergeChange): boolean =>
  other.office === change.office || ((other.office === "" || change.office === "") && other.epoch === change.epoch);

const isBefore = (one: MergeChange, other: MergeChange): boolean =>
  one.version === other.version || inOrder(one, other) < 0;
