/**
 * Which earlier imports a file may revise. Offices send the same list again under another name, so what counts is what
 * stands in it: the same titles, or the same number with a title much alike; the file's name counts a little.
 */
import type { Stage } from "#shared/imports/view.ts";
import { likeness } from "#shared/tasks/likeness.ts";
import type { Store } from "../store/store.ts";
import { importLines } from "./known.ts";
import { importable, type StageState } from "./stage.ts";

type Candidates = Stage["mayRevise"];

const computed = new WeakMap<StageState["file"], { readonly seq: number; readonly candidates: Candidates }>();

/** Titles with one number count as the same from this likeness on. */
const sameNumber = 0.5;
/** Below this nothing is offered. */
const least = 0.15;
const offered = 10;

/** Likeliest first; `alike` from 0 to 1. An import that was revised already is not offered, but what revised it. */
export const mayRevise = (store: Store, stage: StageState): Candidates => {
  const known = computed.get(stage.file);
  if (known?.seq === store.end.seq) return known.candidates;
  const candidates = candidatesFor(store, stage);
  computed.set(stage.file, { seq: store.end.seq, candidates });
  return candidates;
};

const candidatesFor = (store: Store, stage: StageState): Candidates => {
  const lines = importLines(store).filter(({ capability, undone }) => capability === stage.frame.capability && !undone);
  const revised = new Set(lines.map(({ revises }) => revises));
  return lines
    .filter(({ id }) => !revised.has(id))
    .slice(0, 50)
    .map(({ id, fileName, at, revises }) => {
      const ids = revises === null ? [id] : [id, ...ancestors(lines, revises)];
      return { id, fileName, at, alike: alikeness(store, stage, ids, fileName) };
    })
    .filter(({ alike }) => alike >= least)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, offered);
};

const ancestors = (lines: readonly { id: string; revises: string | null }[], from: string): string[] => {
  const found: string[] = [];
  for (let at: string | null = from; at !== null && !found.includes(at);) {
    found.push(at);
    const line = lines.find(({ id }) => id === at);
    at = line?.revises ?? null;
  }
  return found;
};

const plain = (title: string): string => title.normalize("NFKC").replaceAll(/[\s\p{P}\p{S}]+/gu, "");

const alikeness = (store: Store, stage: StageState, importIds: readonly string[], fileName: string): number => {
  const earlier = store.db
    .prepare(
      `SELECT no, title FROM ${stage.frame.capability}
       WHERE import_id IN (SELECT value FROM json_each(?)) AND life = 'live'`,
    )
    .all(JSON.stringify(importIds)) as { no: string; title: string }[];
  const titles = new Set(earlier.map(({ title }) => plain(title)));
  const byNumber = new Map(earlier.map(({ no, title }) => [no, title]));
  const items = importable(stage);
  let shared = 0;
  for (const { row } of items) {
    if (row === null) continue;
    const title = row.no === undefined ? undefined : byNumber.get(row.no);
    if (titles.has(plain(row.title)) || (title !== undefined && likeness(title, row.title) >= sameNumber)) shared += 1;
  }
  if (shared === 0) return 0;
  const [fewer, more] = [Math.min(items.length, earlier.length), Math.max(items.length, earlier.length)];
  const content = (Math.min(1, shared / fewer) + Math.min(1, shared / more)) / 2;
  return 0.9 * content + 0.1 * likeness(fileName, stage.file.fileName);
};
