/**
 * The same edits of the same records carried by Automerge and by Yjs: what their files weigh and how long writing and
 * taking in takes. A map of records, each a map of fields, and a list of steps; one change or transaction a commit.
 */
import * as Automerge from "@automerge/automerge";
import { gunzipSync, gzipSync } from "node:zlib";
import * as Y from "yjs";
import type { EditCommit } from "./edits.ts";

export interface Carried {
  readonly bytes: number;
  /** Milliseconds to apply the edits, to write the file, and to take it in. */
  readonly edit: number;
  readonly out: number;
  readonly in: number;
}

type Fields = Record<string, unknown>;

/** A type, since Automerge takes no interface without an index. */
type Held = { records: Record<string, Fields> };

const since = (start: number): number => performance.now() - start;

/** As an editor would hold it: whole values, replaced as wholes, as our units of merge are. */
export const carriedByAutomerge = (commits: readonly EditCommit[]): Carried => {
  let start = performance.now();
  let held = Automerge.from<Held>({ records: {} });
  for (const { edits, at } of commits) {
    held = Automerge.change(held, { time: Math.floor(at.getTime() / 1000) }, (draft) => {
      for (const { record, unit, value } of edits) {
        draft.records[record] ??= { steps: [] };
        const fields = draft.records[record];
        if (unit === "*") Object.assign(fields, value);
        else if (unit === "step") (fields["steps"] as unknown[]).push(value);
        else fields[unit] = value;
      }
    });
  }
  const edit = since(start);
  start = performance.now();
  const file = Automerge.save(held);
  const out = since(start);
  start = performance.now();
  Automerge.load<Held>(file);
  return { bytes: file.length, edit, out, in: since(start) };
};

export const carriedByYjs = (commits: readonly EditCommit[]): Carried => {
  let start = performance.now();
  const held = new Y.Doc();
  const records = held.getMap<Y.Map<unknown>>("records");
  for (const { edits } of commits) {
    held.transact(() => {
      for (const { record, unit, value } of edits) {
        const fields = unit === "*" ? newMap(value as object) : (records.get(record) as Y.Map<unknown>);
        if (unit === "*") records.set(record, fields);
        else if (unit === "step") (fields.get("steps") as Y.Array<unknown>).push([value]);
        else fields.set(unit, value);
      }
    });
  }
  const edit = since(start);
  start = performance.now();
  const file = gzipSync(Y.encodeStateAsUpdate(held));
  const out = since(start);
  start = performance.now();
  Y.applyUpdate(new Y.Doc(), gunzipSync(file));
  return { bytes: file.length, edit, out, in: since(start) };
};

const newMap = (value: object): Y.Map<unknown> => {
  const map = new Y.Map<unknown>(Object.entries(value));
  map.set("steps", new Y.Array());
  return map;
};
