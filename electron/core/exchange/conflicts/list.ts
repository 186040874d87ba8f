/** Conflicts and proposals that are open, each with its values side by side (EX5–EX8). */
import type { ConflictKind, ConflictView } from "#shared/exchange/conflict-view.ts";
import { isSameValue } from "#shared/exchange/merge-order.ts";
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import { changeText } from "#shared/history/change-text.ts";
import { creation } from "#shared/store/commit.ts";
import type { Language } from "#shared/translations/index.ts";
import type { Program } from "../../program.ts";
import { prepared } from "../../store/prepared.ts";
import type { Store } from "../../store/store.ts";
import { type UnitLookup, unitLookup } from "../../units/lookup.ts";
import { enrolledHere } from "../enrolled.ts";
import { deciderOf } from "./decider.ts";
import { type Asked, askedOf, isWithdrawal, openQuestions, valueIn } from "./open.ts";

export interface ConflictFilter {
  readonly kind?: ConflictKind | undefined;
  readonly record?: string | undefined;
  /** Only those that this office decides, or (false) that others do. */
  readonly mine?: boolean | undefined;
  /** Of the words in `text`. */
  readonly language?: Language | undefined;
}

export const listConflicts = ({ store }: Pick<Program, "store">, filter: ConflictFilter = {}): ConflictView[] => {
  const units = unitLookup(store.db);
  const enrolled = enrolledHere(store);
  const views = openQuestions(store.db, filter.record)
    .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
    .flatMap((question) => {
      const asked = askedOf(store.db, question);
      return asked ? [viewOf(store, asked, units, enrolled, filter.language ?? "zh-CN")] : [];
    });
  return views.filter(({ mine }) => filter.mine === undefined || mine === filter.mine);
};

const viewOf = (
  store: Store,
  asked: Asked,
  units: UnitLookup,
  enrolled: (code: string) => boolean,
  language: Language,
): ConflictView => {
  const decider = deciderOf(store, asked, enrolled);
  const { id, record, kind, recordKind, unit } = asked;
  return {
    id,
    record,
    kind,
    recordKind,
    unit,
    title: titleOf(store, asked),
    sides: sidesOf(store, asked, units, language),
    mine: decider.mine,
    decider: decider.office,
    deciderName: units.shown(decider.office),
  };
};

const titles: Readonly<Record<string, string>> = {
  task: "SELECT trim(no || ' ' || title) FROM tasks WHERE rid = ?",
  issue: "SELECT trim(no || ' ' || title) FROM issues WHERE rid = ?",
  unit: "SELECT name FROM units WHERE rid = ?",
};

const titleOf = ({ db }: Store, { rid, recordKind, record }: Asked): string => {
  const sql = titles[recordKind];
  return (sql === undefined ? undefined : (prepared(db, sql).pluck().get(rid) as string | undefined)) ?? record;
};

const sidesOf = (store: Store, asked: Asked, units: UnitLookup, language: Language): ConflictView["sides"] => {
  const standing = standingIn(asked);
  const words = { language, unitName: units.shown };
  const seen = new Set<string>();
  const sides = asked.about.flatMap((change): ConflictView["sides"] => {
    if (seen.has(change.version)) return [];
    seen.add(change.version);
    const unit = change.unit === creation ? asked.unit : change.unit;
    const value = valueIn(change, asked.unit) ?? null;
    const head = headOf(store, change.commitId);
    return [
      {
        version: change.version,
        stands: standing(change),
        value,
        text: changeText(asked.recordKind, unit, value, words),
        office: change.office,
        officeName: units.shown(change.office),
        onBehalfOf: change.behalf === null ? null : units.shown(change.behalf),
        at: head.at,
        note: head.note,
      },
    ];
  });
  return asked.kind === "proposal" && asked.unit !== "step"
    ? [...sides, ...standingSide(store, asked, units, language)]
    : sides;
};

/** A proposal is shown beside the value that stands. */
const standingSide = (store: Store, asked: Asked, units: UnitLookup, language: Language): ConflictView["sides"] => {
  const { heads, values } = merged(asked);
  const versions = heads.get(asked.unit) ?? [];
  const change = asked.changes.findLast(
    (each) =>
      versions.includes(each.version) &&
      (each.unit === asked.unit || each.unit === creation) &&
      isSameValue(valueIn(each, asked.unit), values.get(asked.unit)),
  );
  if (!change) return [];
  const { kind: _, ...others } = asked;
  return sidesOf(store, { ...others, kind: "values", about: [change] }, units, language).map((side) => ({
    ...side,
    stands: true,
  }));
};

const merged = ({ declared, record, changes }: Asked) => mergeRecord(declared, record, changes);

const headOf = ({ db }: Store, commitId: number): { at: string; note: string | null } =>
  prepared(db, "SELECT at, note FROM commits WHERE id = ?").get(commitId) as { at: string; note: string | null };

/** Whether a side is what counts meanwhile. */
const standingIn = (asked: Asked): ((change: Asked["about"][number]) => boolean) => {
  if (asked.kind === "values") {
    const counts = merged(asked).values.get(asked.unit);
    return (change) => isSameValue(valueIn(change, asked.unit), counts);
  }
  if (asked.kind !== "withdrawn") return () => false;
  return (change) => !isWithdrawal(change);
};
