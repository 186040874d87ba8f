/** For tests: random bundles with everything a bundle may hold. */
import fc from "fast-check";
import type { Bundle, BundledCommit, Entry } from "#shared/exchange/bundle.ts";
import { nameIn } from "../exchange/file/bases.ts";
import { canonical } from "../store/canonical.ts";
import { bundleOf, commitOf, epochs, hashOf, headFor } from "./bundles.ts";

const hex = (length: number) =>
  fc.uint8Array({ minLength: length / 2, maxLength: length / 2 }).map((bytes) => Buffer.from(bytes).toString("hex"));

/** As the log has values: canonical, without the keys that no value has. */
const value = fc
  .jsonValue({ maxDepth: 3 })
  .map((found) => canonical(JSON.parse(canonical(found))))
  .filter((text) => !/"(__proto__|constructor|prototype)":/.test(text));

const records = ["7h3k9m2p5q8r1s4t6v0w2x5y8z", "unit:370303001", "办"];
const unitNames = ["*", "title", "life", "step"];

interface Draft {
  readonly epoch: number;
  readonly skip: number;
  readonly at: string;
  readonly action: string;
  readonly note: string | null;
  readonly format: number;
  readonly whole: boolean;
  readonly prev: { readonly hash: string } | "before" | "none";
  readonly undoes: boolean;
  readonly changes: readonly DraftChange[];
}

interface DraftChange {
  readonly gap: number;
  readonly record: number;
  readonly unit: number;
  readonly value: string;
  /** Nothing stayed of the value, or some units of a creation. */
  readonly purged: "no" | "whole" | "partly";
  readonly base: readonly number[];
  readonly behalf: string | null;
}

const draftChange: fc.Arbitrary<DraftChange> = fc.record({
  gap: fc.nat(3),
  record: fc.nat(records.length - 1),
  unit: fc.nat(unitNames.length - 1),
  value,
  purged: fc.constantFrom("no", "no", "no", "no", "whole", "partly"),
  base: fc.array(fc.integer({ min: -3, max: 8 }), { maxLength: 3 }),
  behalf: fc.option(fc.constantFrom("370303001", "370303002"), { freq: 3 }),
});

const draft: fc.Arbitrary<Draft> = fc.record({
  epoch: fc.nat(epochs.length - 1),
  skip: fc.nat(2),
  at: fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom("2020-05-19T09:02:03+08:00", "", "5月19日"),
  ),
  action: fc.constantFrom("issues.edit", "tasks.import"),
  note: fc.option(fc.string({ maxLength: 12, unit: "grapheme" })),
  format: fc.constantFrom(1, 2, 2, 2, 9),
  whole: fc.boolean(),
  prev: fc.oneof(fc.constant("before" as const), fc.constant("none" as const), fc.record({ hash: hex(64) })),
  undoes: fc.boolean(),
  changes: fc.array(draftChange, { maxLength: 4 }),
});

/** A commit, and the versions that the next may have as their base. */
const fromDraft = (plan: Draft, before: readonly BundledCommit[]): BundledCommit => {
  const epoch = epochs[plan.epoch] ?? epochs[0];
  const last = before.findLast((commit) => commit.epoch === epoch);
  const versions = before.map((commit) => nameIn(plan.format, commit.epoch, commit.seq, commit.hash));
  const named = (at: number): string =>
    versions.at(-at - 1) ?? `${epochs[2]}:${String(at + 9)}${at % 2 ? "" : ":01234567"}`;
  let ord = -1;
  return commitOf({
    epoch,
    // A skip of none after the first makes the same number twice, as a copied machine does (EX20).
    seq: Math.max(1, (last?.seq ?? 0) + plan.skip),
    prev: plan.prev === "before" ? (last?.hash ?? null) : plan.prev === "none" ? null : plan.prev.hash,
    lamport: (last?.lamport ?? 0) + plan.skip * 7,
    at: plan.at,
    action: plan.action,
    note: plan.note,
    undoes: plan.undoes ? named(0) : null,
    format: plan.format,
    whole: plan.whole,
    changes: plan.changes.map((change) => ({
      ord: (ord += 1 + change.gap),
      record: records[change.record] ?? "",
      kind: change.record === 1 ? "unit" : "issue",
      unit: unitNames[change.unit] ?? "",
      value: change.purged === "whole" ? null : change.value,
      purged: change.purged === "no" ? null : hashOf(change.value),
      base: [...new Set(change.base.map(named))].sort(),
      behalf: change.behalf,
    })),
  });
};

const notice = fc.record(
  {
    kind: fc.constantFrom("enter" as const, "leave" as const),
    record: fc.constantFrom(...records),
    reason: fc.string(),
  },
  { requiredKeys: ["kind", "record"] },
);

/** Commits whole and in part, notices, purged values, lanes, several epochs, formats that are not known. */
export const anyEntries: fc.Arbitrary<Entry[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: draft }, { weight: 1, arbitrary: notice }), { maxLength: 12 })
  .map((plans) => {
    const commits: BundledCommit[] = [];
    return plans.map((plan): Entry => {
      if ("kind" in plan) return { type: "notice", notice: plan };
      const commit = fromDraft(plan, commits);
      commits.push(commit);
      return { type: "commit", commit };
    });
  });

export const anyBundle: fc.Arbitrary<Bundle> = fc
  .record({
    entries: anyEntries,
    ack: fc.option(
      fc.record({ epoch: hex(32), link: hex(16), number: fc.nat(), hash: hex(64), wanted: fc.array(hex(64)) }),
    ),
    roster: fc.array(fc.record({ body: fc.string({ unit: "grapheme" }), by: fc.string(), signature: fc.string() })),
    digest: fc.option(
      fc.record({
        received: fc.option(fc.record({ link: hex(16), number: fc.nat() })),
        records: fc.nat(),
        groups: fc.array(hex(16), { maxLength: 4 }),
        code: fc.constant("12345678"),
      }),
    ),
    first: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ entries, ack, roster, digest, first }) =>
    bundleOf(entries, {
      head: headFor(entries.length, { range: { from: first, to: first + entries.length - 1 } }),
      ack,
      roster,
      digest,
    }),
  );
