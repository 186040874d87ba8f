/**
 * Which files go along (EX14): those that the entries name, with their first mention, and those that the receiver says
 * it is still waiting for, where they are of records that it shares (EX9).
 */
import { statSync } from "node:fs";
import type { BundledAttachment, Entry, Peer } from "#shared/exchange/bundle.ts";
import type { NamedFile } from "#shared/store/kinds.ts";
import { creation } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import { attachmentPath, hasAttachment } from "../../attachments/files.ts";
import type { Store } from "../../store/store.ts";
import type { LinkOut } from "../links.ts";

const none: readonly NamedFile[] = [];

/** The files that one value of a record names. `value`: JSON */
export const filesNamed = (kind: string, unit: string, value: string | null): readonly NamedFile[] => {
  if (value === null || !value.includes('"hash"')) return none;
  const declared = kindByName.get(kind);
  if (!declared?.files) return none;
  const { files } = declared;
  const parsed: unknown = JSON.parse(value);
  if (unit !== creation) return files(unit, parsed);
  return Object.entries(parsed ?? {}).flatMap(([each, given]) => files(each, given));
};

export const filesOfEntry = (entry: Entry): readonly NamedFile[] => {
  if (entry.type === "notice") return none;
  let found = none;
  for (const { kind, unit, value } of entry.commit.changes) {
    const named = filesNamed(kind, unit, value);
    if (named.length > 0) found = [...found, ...named];
  }
  return found;
};

/** As it goes into a bundle; null where this office has not got it itself. */
export const attachmentHere = (store: Store, { hash, name, mime }: NamedFile): BundledAttachment | null => {
  if (!hasAttachment(store.folder, hash)) return null;
  return { hash, name, mime, size: statSync(attachmentPath(store.folder, hash)).size, parts: "inside" };
};

/** What the receiver asked for, as far as it is here and of a record that both share. */
export const askedFor = (store: Store, peer: Peer, link: LinkOut): BundledAttachment[] => {
  const hashes = store.db.prepare("SELECT hash FROM asked WHERE peer = ? ORDER BY hash").pluck().all(peer) as string[];
  const naming = store.db.prepare(
    `SELECT kind, unit, value FROM changes JOIN records USING (rid)
     WHERE instr(value, ?) > 0 AND rid IN (SELECT rid FROM scope_out WHERE link = ?) AND state < 2 LIMIT 1`,
  );
  return hashes.flatMap((hash) => {
    const row = naming.get(hash, link.id) as { kind: string; unit: string; value: string } | undefined;
    const named = row && filesNamed(row.kind, row.unit, row.value).find((file) => file.hash === hash);
    return (named && attachmentHere(store, named)) ?? [];
  });
};
