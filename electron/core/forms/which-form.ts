/**
 * Which of the forms that were sent a file is, and whether it may still be taken: not another office's, not voided, not
 * one whose tasks are all gone, not one that a later form already replaced.
 */
import { bare } from "#shared/forms/compare.ts";
import { printedNumber } from "#shared/forms/identity.ts";
import { matchRows } from "#shared/forms/match-rows.ts";
import type { CameForm } from "#shared/forms/read-sheet.ts";
import type { FormProblem } from "#shared/forms/view.ts";
import type { UnitLookup } from "../units/lookup.ts";
import type { KeptForm } from "./kept.ts";

export interface KnownForms {
  readonly all: readonly KeptForm[];
  readonly byId: ReadonlyMap<string, KeptForm>;
  /** By the hash of a file that came back: the day on which it was taken. */
  readonly taken: ReadonlyMap<string, string>;
}

export const knownForms = (all: readonly KeptForm[]): KnownForms => ({
  all,
  byId: new Map(all.map((form) => [form.id, form])),
  taken: new Map(all.flatMap(({ taken }) => taken.map(({ file, on }) => [file.hash, on] as const))),
});

export type Which = { readonly form: KeptForm } | { readonly problem: FormProblem };

export const whichForm = (came: CameForm, known: KnownForms, units: UnitLookup): Which => {
  const { hidden, byRows, printed } = came.identity;
  const byId = known.byId.get(hidden?.form ?? "") ?? known.byId.get(byRows ?? "");
  if (byId) return { form: byId };
  if (hidden !== null && (units.codeOf(hidden.office) ?? hidden.office) !== units.office) {
    return { problem: { code: "form-of-another-office", params: { office: hidden.officeName } } };
  }
  if (hidden === null && byRows === null) {
    const found = known.all.find(({ id }) => printedNumber(id) === printed) ?? byContent(came, known, units);
    if (found) return { form: found };
  }
  return { problem: { code: "form-unknown", params: {} } };
};

/** The latest form to a unit named above the table of which at least half the rows are there. */
const byContent = ({ head, rows }: CameForm, { all }: KnownForms, units: UnitLookup): KeptForm | undefined => {
  const top = bare(head.map(({ text }) => text).join(" "));
  let best: { readonly form: KeptForm; readonly share: number } | undefined;
  for (const form of all) {
    const { unit, rows: sent } = form.facts;
    if (!top.includes(bare(units.shown(unit)))) continue;
    const share = matchRows(form.id, sent, rows).filter(({ place }) => place !== null).length / sent.length;
    if (share >= 0.5 && share >= (best?.share ?? 0)) best = { form, share };
  }
  return best?.form;
};

/** A later form to the same unit with all of these rows. */
export const newerForm = (
  { id, facts }: KeptForm,
  places: readonly number[],
  known: KnownForms,
): KeptForm | undefined => {
  const since = known.all.slice(known.all.findIndex((form) => form.id === id) + 1);
  const rowsOf = (form: KeptForm) => new Set(form.facts.rows.map(({ task, occurrence }) => `${task} ${occurrence}`));
  const own = places.flatMap((place) => facts.rows[place] ?? []).map(({ task, occurrence }) => `${task} ${occurrence}`);
  return since.findLast((form) => {
    if (form.facts.unit !== facts.unit || form.voided !== null) return false;
    const there = rowsOf(form);
    return own.every((row) => there.has(row));
  });
};
