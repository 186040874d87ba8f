import fc from "fast-check";
import { expect, test } from "vitest";
import { bundledCommitSchema } from "#shared/exchange/bundle.ts";
import { GoodValues, wrongWith } from "./check-commit.ts";
import { decodeEntries } from "./decode-entries.ts";
import { encodeEntries } from "./encode-entries.ts";
import { usualLimits } from "./limits.ts";
import { lineHash } from "../../store/canonical.ts";
import { anyBundle, anyEntries } from "../../testing/any-bundle.ts";
import { bundleOf, changeOf, commitOf, openAs, sealFor } from "../../testing/bundles.ts";

test("EX16: what is opened is what was sealed, whatever the bundle holds", async () => {
  await fc.assert(
    fc.asyncProperty(anyBundle, async (bundle) => {
      const opened = await openAs((await sealFor(bundle)).bytes);
      expect(opened.bundle).toEqual(bundle);
      expect(opened.poisoned).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("EX22: entries come back unchanged to the byte, and so does each value", () => {
  let written = 0;
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const { columns, values } = encodeEntries(entries);
      const decoded = decodeEntries(JSON.parse(columns), values, usualLimits);
      expect(JSON.stringify(decoded.entries)).toBe(JSON.stringify(entries));
      written += entries.length;
    }),
    { numRuns: 1500 },
  );
  expect(written).toBeGreaterThan(5000);
});

test("EX23: the quick check of commits is as strict as their schema", () => {
  const spoilers = [
    { epoch: "0A".repeat(16) },
    { seq: 0 },
    { seq: 1.5 },
    { hash: "00" },
    { prev: "" },
    { lamport: -1 },
    { at: "x".repeat(41) },
    { office: "x".repeat(201) },
    { device: "x".repeat(201) },
    { action: "x".repeat(201) },
    { undoes: "0:1" },
    { format: 0 },
  ];
  const changeSpoilers = [
    { ord: 0.5 },
    { record: "" },
    { record: "x".repeat(121) },
    { kind: "x".repeat(201) },
    { unit: "x".repeat(201) },
    { purged: "beef" },
    { base: ["x"] },
  ];
  const wrong = (commit: Parameters<typeof wrongWith>[0]): string | null =>
    wrongWith(commit, usualLimits, new GoodValues());
  fc.assert(
    fc.property(anyEntries, fc.constantFrom(...spoilers), fc.constantFrom(...changeSpoilers), (entries, head, part) => {
      for (const entry of entries) {
        if (entry.type === "notice") continue;
        const { commit } = entry;
        const spoiled = { ...commit, ...head };
        const changes = commit.changes.map((change) => ({ ...change, ...part }));
        expect(bundledCommitSchema.safeParse(commit).success).toBe(true);
        expect(wrong(commit)).toBeNull();
        expect(bundledCommitSchema.safeParse(spoiled).success).toBe(false);
        expect(wrong(spoiled)).not.toBeNull();
        if (changes.length === 0) continue;
        expect(bundledCommitSchema.safeParse({ ...commit, changes }).success).toBe(false);
        expect(wrong({ ...commit, changes })).not.toBeNull();
      }
    }),
    { numRuns: 200 },
  );
});

test("EX8: a creation of which some units were purged is whole by the hash of its line, and not poisoned", async () => {
  const line = changeOf({ unit: "*", value: '{"note":"13912345678","title":"道路破损"}' });
  const whole = commitOf({ changes: [line] });
  const purged = lineHash({ ...line, value: line.value ?? "", base: "[]" });
  const commit = { ...whole, changes: [{ ...line, value: '{"title":"道路破损"}', purged }] };
  const opened = await openAs((await sealFor(bundleOf([{ type: "commit", commit }]))).bytes);
  expect(opened.poisoned).toEqual([]);
  expect(opened.bundle.entries).toEqual([{ type: "commit", commit }]);
});
