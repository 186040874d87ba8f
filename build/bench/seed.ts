/**
 * A rectification ledger of any size for measurements, written through `commit()` like any import: varied places, units,
 * limits and states, the same for the same numbers.
 */
import { addDays } from "#shared/calendar/dates.ts";
import { type IssueState, issueTypes } from "#shared/issues/record.ts";
import { type ChangeInput, commit } from "#core/store/commit.ts";
import type { Store } from "#core/store/store.ts";
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
  units,
} from "./vocabulary.ts";

const states: readonly IssueState[] = [
  "registered",
  "handed-over",
  "in-progress",
  "in-progress",
  "awaiting",
  "closed",
  "closed",
];

/** Changes in one commit, as a large import has. */
const batch = 10_000;

/** Adds `count` issues, numbered from `from` + 1. */
export const seedIssues = (store: Store, count: number, from = 0): void => {
  for (let begin = from; begin < from + count; begin += batch) {
    commit(store, { action: "issues.import", changes: issues(begin, Math.min(begin + batch, from + count)) });
  }
};

function* issues(begin: number, end: number): Generator<ChangeInput> {
  for (let at = begin; at < end; at += 1) yield* issue(at);
}

function* issue(at: number): Generator<ChangeInput> {
  const draw = drawing(at + 1);
  const record = `seed${String(at).padStart(8, "0")}`;
  const limit = addDays("2020-01-01", draw(900));
  const place = `${places[draw(10)]}${spots[draw(10)]}${1 + draw(400)}号`;
  const second = draw(4) === 0 ? [pick(units, draw)] : [];
  yield {
    record,
    kind: "issue",
    unit: "*",
    value: {
      no: String(at + 1),
      title: `${place}${pick(objects, draw)}${pick(troubles, draw)}`,
      source: pick(sources, draw),
      place,
      category: pick(categories, draw),
      responsibility: {
        units: [...new Set([pick(units, draw), ...second])],
        leader: pick(surnames, draw) + pick(posts, draw),
        person: pick(surnames, draw) + pick(posts, draw),
        phone: `139${String(10_000_000 + draw(80_000_000))}`,
      },
      type: pick(issueTypes, draw),
      measures: pick(measures, draw),
      limit: draw(20) === 0 ? { text: "立行立改", kind: "immediate" } : { text: `${limit}前`, kind: "by", due: limit },
      note: "",
    },
  };
  const state = pick(states, draw);
  const text = state === "registered" ? {} : { text: pick(progresses, draw), percent: draw(11) * 10 };
  yield { record, kind: "issue", unit: "step", value: { step: "adopt", on: "2020-05-19", state, ...text } };
}
