/**
 * For tests: an enrolled office that lies. Its bundles are sealed and signed by its own valid keys as they have to be,
 * and say whatever the test wants.
 */
import { writeFileSync } from "node:fs";
import { type Bundle, type BundledChange, type BundledCommit, type Entry, formats } from "#shared/exchange/bundle.ts";
import { chainOf } from "#shared/exchange/chain.ts";
import { commitFormat, commitHash } from "../../store/canonical.ts";
import { hex } from "../../store/env.ts";
import { sealBundle } from "../file/seal.ts";
import { ensureKeys } from "../identity/ready.ts";
import { rosterFor, trustOf } from "../identity/roster.ts";
import { sha256Text } from "../sha256-text.ts";
import type { TestOffice, TestWorld } from "../testing.ts";

export type ForgedChange = Partial<BundledChange> & Pick<BundledChange, "record" | "unit"> & { readonly json: unknown };

/** A whole commit with the hash that it has to have; what is left out is the forger's own. */
export const forgedCommit = (
  { code, program: { store } }: TestOffice,
  changes: readonly ForgedChange[],
  head: Partial<BundledCommit> = {},
): BundledCommit => {
  const made = {
    epoch: "f".repeat(32),
    seq: 1,
    prev: null,
    lamport: store.end.lamport + 1,
    at: store.env.now().toISOString(),
    office: code,
    device: store.device,
    action: "tasks.edit",
    note: null,
    undoes: null,
    ...head,
  };
  const all = changes.map(({ json, ...change }, ord): BundledChange => ({
    ord,
    kind: "task",
    value: JSON.stringify(json),
    purged: null,
    base: [],
    behalf: null,
    ...change,
  }));
  const lines = all.map((change) => ({ ...change, value: change.value ?? "null", base: JSON.stringify(change.base) }));
  return { hash: commitHash(made, lines), format: commitFormat, whole: true, ...made, changes: all };
};

export interface Forged {
  readonly entries: readonly Entry[];
  readonly more?: (bundle: Bundle) => Bundle;
}

/** Writes a bundle on a link of its own. */
export const forge = async (
  world: TestWorld,
  from: TestOffice,
  to: TestOffice,
  { entries, more = (bundle) => bundle }: Forged,
): Promise<string> => {
  const { store, version } = from.program;
  const { device } = await ensureKeys(store);
  const after = chainOf(sha256Text, "", 1, entries).at(-1) ?? "";
  const bundle = more({
    head: {
      from: from.code,
      to: to.code,
      device: store.device,
      epoch: store.end.epoch,
      link: hex(store.env.randomBytes(8)),
      range: { from: 1, to: entries.length },
      part: { no: 1, of: 1 },
      at: store.env.now().toISOString(),
      program: version,
    },
    before: "",
    after,
    entries,
    ack: null,
    roster: rosterFor(store),
    attachments: [],
    digest: null,
    reads: formats,
  });
  const { bytes } = await sealBundle(bundle, {
    signKey: Buffer.from(device.secret, "base64url"),
    recipients: trustOf(store).recipientsOf(to.code),
    attachments: () => Promise.resolve(new Uint8Array()),
    randomBytes: store.env.randomBytes,
  });
  const path = world.stick();
  writeFileSync(path, bytes);
  return path;
};

export const entriesOf = (...commits: readonly BundledCommit[]): Entry[] =>
  commits.map((commit) => ({ type: "commit", commit }));
