/** The forms that this office sent, as they stand, and what came back of each. */
import type { FormFacts, FormStep } from "#shared/forms/record.ts";
import type { FormRow } from "#shared/forms/view.ts";
import { AppError } from "#shared/errors.ts";
import type { Life } from "#shared/store/life.ts";
import { stepsOfEach } from "../list/steps.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";

export interface KeptForm {
  readonly id: string;
  readonly facts: FormFacts;
  /** Why it was voided; null: it was not. */
  readonly voided: string | null;
  /** The files that came back, in the order in which they were taken. */
  readonly taken: readonly FormStep[];
}

interface KeptRow {
  readonly rid: number;
  readonly id: string;
  readonly facts: string;
  readonly life: string | null;
}

const keptSql = `SELECT records.rid AS rid, records.id AS id, f.value AS facts, l.value AS life
  FROM records JOIN facts AS f ON f.rid = records.rid AND f.unit = 'facts'
  LEFT JOIN facts AS l ON l.rid = records.rid AND l.unit = 'life'
  WHERE records.kind = 'form' ORDER BY records.rid`;

/** In the order in which they were sent; those whose sending was undone are none. */
export const keptForms = ({ db }: Store): KeptForm[] => {
  const rows = prepared(db, keptSql).all() as KeptRow[];
  const steps = stepsOfEach<FormStep>(
    db,
    rows.map(({ rid }) => rid),
  );
  return rows.flatMap(({ rid, id, facts, life }) => {
    const { state, reason = "" } = life === null ? { state: "live" as const } : (JSON.parse(life) as Life);
    if (state === "undone") return [];
    const voided = state === "withdrawn" ? reason : null;
    return [{ id, facts: JSON.parse(facts) as FormFacts, voided, taken: steps(rid) }];
  });
};

/** @throws AppError `not-found` */
export const findForm = (store: Store, id: string): KeptForm => {
  const form = keptForms(store).find((each) => each.id === id);
  if (!form) throw new AppError("not-found", { id });
  return form;
};

/** Newest first; of one day, in the official order of their units. */
export const formRows = (store: Store): FormRow[] => {
  const units = unitLookup(store.db);
  const order = (unit: string): string => units.keyOf(unit) ?? "~";
  return keptForms(store)
    .toSorted(
      (a, b) =>
        b.facts.issuedOn.localeCompare(a.facts.issuedOn) || order(a.facts.unit).localeCompare(order(b.facts.unit)),
    )
    .map(({ id, facts, voided, taken }) => ({
      id,
      unit: facts.unit,
      unitName: units.shown(facts.unit),
      issuedOn: facts.issuedOn,
      backBy: facts.backBy,
      tasks: facts.rows.length,
      takenOn: taken.at(-1)?.on ?? null,
      times: taken.length,
      withdrawn: voided !== null,
    }));
};
