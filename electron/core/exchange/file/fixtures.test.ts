import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Bundle } from "#shared/exchange/bundle.ts";
import { changeStates, judgeIncoming } from "../../store/check-incoming.ts";
import { sha256 } from "./envelope.ts";
import { kindOfFile } from "./first-line.ts";
import { openBundle } from "./open.ts";
import { readSmallFile } from "./small-files.ts";
import { openWelcome } from "./welcome.ts";

interface Expected {
  readonly keys: {
    readonly identity: string;
    readonly signers: Readonly<Record<string, string>>;
    readonly code?: string;
  };
  readonly small?: unknown;
  readonly bundles: Readonly<Record<string, Bundle>>;
}

const all = join(import.meta.dirname, "fixtures");
const folders = readdirSync(all).filter((name) => /^format-\d+(?:-rules-\d+)?$/.test(name));

test("EX22: files of every format that was ever written are kept", () => {
  expect(folders).toEqual(expect.arrayContaining(["format-1", "format-1-rules-2"]));
});

test.for(folders)("EX22: what was written as %s is read as it was meant", async (folder) => {
  const bytesOf = (name: string): Uint8Array => readFileSync(join(all, folder, name));
  const expected = JSON.parse(readFileSync(join(all, folder, "expected.json"), "utf8")) as Expected;
  const { keys, small, bundles } = expected;
  for (const [name, bundle] of Object.entries(bundles)) {
    const opened = await openBundle(bytesOf(`${name}.ldx`), {
      identities: [keys.identity],
      signerKey: ({ from }) => keys.signers[from] ?? null,
      beside: async (part) => bytesOf(part),
    });
    expect(opened.bundle).toEqual(bundle);
    expect(opened.poisoned).toEqual([]);
    for (const { hash } of bundle.attachments) {
      expect(sha256((await opened.attachment(hash)) ?? new Uint8Array())).toBe(hash);
    }
  }
  if (keys.code === undefined) return;
  const welcome = await openWelcome(bytesOf("welcome.ldx"), keys.code);
  expect(welcome.keys).toBe('{"for":"tests"}');
  expect(welcome.bundles.map(kindOfFile)).toEqual(["bundle"]);
  for (const kind of ["card", "roster"] as const) expect(readSmallFile(kind, bytesOf(`${kind}.ldx`))).toEqual(small);
});

test("EX22: every record of linkage tasks that was written by rules' version 2 still counts", () => {
  const text = readFileSync(join(all, "format-1-rules-2", "expected.json"), "utf8");
  const { linkage } = (JSON.parse(text) as Expected).bundles;
  const changes = (linkage?.entries ?? []).flatMap((entry) => (entry.type === "commit" ? entry.commit.changes : []));
  expect(changes.length).toBeGreaterThan(10);
  for (const change of changes) expect(judgeIncoming(change, 2).state).toBe(changeStates.counts);
});
