/** A memory office's files: plain text under a hash. And what stops it: a refusal, or a kill in the middle. */
import { hash } from "node:crypto";
import type { Bundle } from "#shared/exchange/bundle.ts";
import { type Version, versionOf } from "#shared/store/commit.ts";
import type { OpenedFile } from "./office.ts";

export const sha256 = (text: string): string => hash("sha256", text, "hex");

/** Stops everything after so many writes, as a kill does. */
export class Crashed extends Error {}
export class Refused extends Error {}

export const fileOf = (bundle: Bundle): Uint8Array => {
  const body = JSON.stringify(bundle);
  return new TextEncoder().encode(`${sha256(body)}\n${body}`);
};

/** @throws Refused `damaged` */
export const readFile = (bytes: Uint8Array): Bundle => {
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end !== 64 || sha256(body) !== text.slice(0, end)) throw new Refused("damaged");
  return JSON.parse(body) as Bundle;
};

/** Burns down by one with each write. @throws Crashed */
export const fuse = (after: number | undefined): (() => void) => {
  let left = after ?? Infinity;
  return () => {
    left -= 1;
    if (left < 0) throw new Crashed();
  };
};

/** Numbers that look random and follow from the seed. */
export const randomHex = (seed: number): ((length: number) => string) => {
  let count = 0;
  return (length) => {
    count += 1;
    return sha256(`${seed}\n${count}`).slice(0, length);
  };
};

/** What a bundle says, as the checks of the simulation read it. */
export const asOpened = ({ head, entries }: Bundle): OpenedFile => ({
  link: head.link,
  from: head.range.from,
  entries: entries.map((entry) =>
    entry.type === "notice"
      ? { notice: entry.notice.kind, record: entry.notice.record }
      : {
          commit: versionOf(entry.commit.epoch, entry.commit.seq, entry.commit.hash) satisfies Version,
          office: entry.commit.office,
          changes: entry.commit.changes.map(({ record, kind, unit, value }) => ({
            record,
            kind,
            unit,
            value: value === null ? null : (JSON.parse(value) as unknown),
          })),
        },
  ),
});
