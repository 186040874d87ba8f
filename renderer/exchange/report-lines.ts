/** What taking a file in does, as the lines that are said of it (EX23): only what happens, what needs somebody first. */
import type { InboxItem, IntakeCounts } from "#shared/exchange/report.ts";

export const reportKeys = [
  "conflicts",
  "proposals",
  "recordsNew",
  "recordsChanged",
  "recordsLeft",
  "parallel",
  "quarantined",
  "missingAttachments",
  "alreadyHere",
] as const satisfies readonly (keyof IntakeCounts)[];
export type ReportKey = (typeof reportKeys)[number];

export interface ReportLine {
  readonly key: ReportKey;
  readonly count: number;
  /** `ask`: somebody has to decide; `care`: something is wanting; `plain`: it goes by itself. */
  readonly tone: "ask" | "care" | "plain";
}

const toneOf = (key: ReportKey): ReportLine["tone"] => {
  if (key === "conflicts" || key === "proposals") return "ask";
  return key === "quarantined" || key === "missingAttachments" ? "care" : "plain";
};

/** Lines with a count of their own; none: nothing changes. */
export const reportLines = (counts: IntakeCounts): readonly ReportLine[] =>
  reportKeys.filter((key) => counts[key] > 0).map((key) => ({ key, count: counts[key], tone: toneOf(key) }));

export interface InboxGroups {
  readonly waiting: readonly InboxItem[];
  readonly refused: readonly InboxItem[];
  readonly past: readonly InboxItem[];
}

/** Files that wait, oldest first, so that parts are taken in order; then those that cannot be taken; then what is done with, newest first. */
export const groupInbox = (items: readonly InboxItem[]): InboxGroups => {
  const byRange = (a: InboxItem, b: InboxItem): number =>
    a.from.localeCompare(b.from) || (a.range?.from ?? 0) - (b.range?.from ?? 0) || a.id - b.id;
  const isRefused = ({ state }: InboxItem): boolean =>
    state === "refused" || state === "quarantined" || state === "too-new";
  return {
    waiting: items.filter(({ state }) => state === "waiting").toSorted(byRange),
    refused: items.filter(isRefused).toSorted((a, b) => b.id - a.id),
    past: items
      .filter(({ state }) => state === "taken")
      .toSorted((a, b) => (b.takenAt ?? "").localeCompare(a.takenAt ?? "") || b.id - a.id),
  };
};

/** Cards, rosters and welcome files lead elsewhere; only bundles are taken in here. */
export const isTakeable = ({ kind, state }: InboxItem): boolean => kind === "bundle" && state === "waiting";
