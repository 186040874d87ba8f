import { expect, test } from "vitest";
import type { Command } from "./commands.ts";
import { memoryOffices } from "./memory-office.ts";
import { playHistory } from "./simulate.ts";

/** Histories that the simulation found to break something, as small as it could make them. */
const found: readonly { readonly title: string; readonly old?: number; readonly commands: readonly Command[] }[] = [
  {
    title: "EX19: what came before a stream back was ever begun goes back to an office that was restored",
    commands: [
      { do: "copy", office: 0, writes: 2 },
      { do: "take", file: 0, keep: false },
    ],
  },
  {
    title: "EX8: a record that was purged before it was first sent is shared by both",
    commands: [
      { do: "task", office: 1, to: 0, behalf: false },
      { do: "export", office: 1, to: 0 },
      { do: "purge", office: 1, at: 0, unit: 0 },
    ],
  },
  {
    title: "EX10: nobody judges whom a record concerns before its creation has come",
    commands: [
      { do: "copy", office: 0, writes: 2 },
      { do: "take", file: 0, keep: false },
      { do: "move", office: 1, at: 0, to: 0 },
    ],
  },
  {
    title: "EX9: a step that was purged is nobody's, and is not sent to those who never saw it",
    commands: [
      { do: "task", office: 4, to: 2, behalf: false },
      { do: "export", office: 4, to: 0 },
      { do: "purge", office: 4, at: 0, unit: 0 },
    ],
  },
  {
    title: "EX10: a record that was moved away while a copied machine had sent it leaves there too",
    commands: [
      { do: "issue", office: 0, to: 1 },
      { do: "copy", office: 0, writes: 1 },
      { do: "take", file: 0, keep: false },
      { do: "move", office: 0, at: 0, to: 0 },
    ],
  },
  {
    title: "EX10: what left the scope of a district left that of its towns",
    commands: [
      { do: "issue", office: 0, to: 5 },
      { do: "export", office: 0, to: 15 },
      { do: "move", office: 0, at: 0, to: 0 },
    ],
  },
  {
    title: "EX8: a purge reaches an office out of whose scope it takes the record, and that began anew meanwhile",
    old: 5,
    commands: [
      { do: "task", office: 2, to: 4, behalf: false },
      { do: "export", office: 2, to: 18 },
      { do: "take", file: 21, keep: true },
      { do: "purge", office: 2, at: 4, unit: 12 },
      { do: "export", office: 0, to: 30 },
      { do: "copy", office: 1, writes: 1 },
      { do: "take", file: 25, keep: false },
      { do: "take", file: 9, keep: true },
    ],
  },
  {
    title: "EX8: of two withdrawals that say the same, both are answered by the one question that is open",
    old: 5,
    commands: [
      { do: "task", office: 5, to: 5, behalf: true },
      { do: "export", office: 5, to: 22 },
      { do: "take", file: 15, keep: true },
      { do: "withdraw", office: 2, at: 6, back: false },
      { do: "assign", office: 2, at: 15, to: 5 },
      { do: "withdraw", office: 5, at: 28, back: false },
    ],
  },
];

test.each(found)("$title", async ({ old, commands }) => {
  const tally = await playHistory(memoryOffices(), { old: old ?? null, seed: 0, commands });
  expect(tally.histories).toBe(1);
});
