/**
 * The work of an office as exchange is measured by it: so many commits, three changes each on average, a quarter of them
 * new issues and the rest edits of fields and steps of issues that are there. The same for the same numbers, and in
 * plain data, so that other libraries can be given the very same edits.
 */
import { addDays } from "#shared/calendar/dates.ts";
import {
  categories,
  drawing,
  measures,
  objects,
  pick,
  places,
  posts,
  progresses,
  sources,
  spots,
  surnames,
  troubles,
} from "./vocabulary.ts";

export interface Edit {
  readonly record: string;
  /** `*` a new issue, `step` an appended row, else a unit of merge. */
  readonly unit: string;
  readonly value: unknown;
}

export interface EditCommit {
  readonly action: string;
  readonly at: Date;
  readonly edits: readonly Edit[];
}

type Draw = (below: number) => number;

/** A commit in four makes an issue; the others change three or four fields of one, 11 changes in 4 commits and a bit. */
export function* editCommits(count: number, units: readonly string[], seed = 1): Generator<EditCommit> {
  const made: string[] = [];
  let at = Date.UTC(2020, 0, 2, 1);
  for (let number = 0; number < count; number += 1) {
    const draw = drawing(seed * 1_000_003 + number);
    at += 20_000 + draw(600_000);
    const record = number % 4 === 0 ? recordId(draw) : (made[draw(made.length)] ?? "");
    if (number % 4 === 0) made.push(record);
    const edits = number % 4 === 0 ? [newIssue(record, number, units, draw)] : changesOf(record, units, draw);
    yield { action: number % 4 === 0 ? "issues.add" : "issues.edit", at: new Date(at), edits };
  }
}

const newIssue = (record: string, number: number, units: readonly string[], draw: Draw): Edit => {
  const due = addDays("2020-01-01", draw(900));
  const place = placeOf(draw);
  return {
    record,
    unit: "*",
    value: {
      no: String(number / 4 + 1),
      title: `${place}${pick(objects, draw)}${pick(troubles, draw)}`,
      source: pick(sources, draw),
      place,
      category: pick(categories, draw),
      responsibility: responsibilityOf(units, draw),
      limit: { text: `${due}前`, kind: "by", due },
    },
  };
};

const changesOf = (record: string, units: readonly string[], draw: Draw): Edit[] => {
  const place = placeOf(draw);
  const due = addDays("2020-06-01", draw(900));
  const possible: Edit[] = [
    { record, unit: "title", value: `${place}${pick(objects, draw)}${pick(troubles, draw)}` },
    { record, unit: "place", value: place },
    { record, unit: "category", value: pick(categories, draw) },
    { record, unit: "note", value: `${pick(progresses, draw)}，${draw(31)}日复查` },
    { record, unit: "limit", value: { text: `${due}前`, kind: "by", due } },
    { record, unit: "measures", value: pick(measures, draw) },
    { record, unit: "responsibility", value: responsibilityOf(units, draw) },
    { record, unit: "source", value: pick(sources, draw) },
  ];
  const first = draw(possible.length);
  const fields = Array.from({ length: 3 }, (_, next) => possible[(first + next) % possible.length] as Edit);
  if (draw(3) === 0) return fields;
  const on = addDays("2020-03-01", draw(300));
  const step = { step: "progress", unit: null, on, text: pick(progresses, draw), percent: draw(11) * 10 };
  return [...fields, { record, unit: "step", value: step }];
};

const placeOf = (draw: Draw): string => `${pick(places, draw)}${pick(spots, draw)}${1 + draw(400)}号`;

const responsibilityOf = (units: readonly string[], draw: Draw) => ({
  units: [pick(units, draw)],
  leader: pick(surnames, draw) + pick(posts, draw),
  person: pick(surnames, draw) + pick(posts, draw),
  phone: `139${String(10_000_000 + draw(80_000_000))}`,
});

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** As random as the program's own, since an id that repeats would compress. */
const recordId = (draw: Draw): string => Array.from({ length: 26 }, () => alphabet[draw(32)]).join("");
