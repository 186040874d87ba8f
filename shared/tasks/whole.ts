/**
 * A task from its parts, at each tier: what a unit says of its assignment, and under it what the units say to which it
 * assigned it on. An office that has the task from above stands as its own assignment does; the owner as the roll-up.
 */
import type { TaskState } from "./record.ts";
import { rollUp } from "./states.ts";

export interface Track {
  /** The assigned unit; null: the owner's own. */
  readonly unit: string | null;
  /** The office that assigned it; null where that is not known. */
  readonly by: string | null;
  readonly state: TaskState;
  readonly percent: number | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly lastOn: string | null;
}

/** An assignment as it is shown: its own steps, and what those to whom it was assigned on have begun. */
export interface PartOfTask extends Track {
  readonly unit: string;
  /** The assigned unit that assigned it on to this one; null: from the owner. */
  readonly under: string | null;
}

interface Viewed {
  readonly withdrawn: boolean;
  /** As in `TaskFacts`. */
  readonly hands?: string | null;
}

/**
 * What an office says of its own task as a whole (returned, reported done, done) holds for the whole; otherwise the
 * assignments are rolled up, and without any it stands as the office's own steps say.
 */
export const wholeOf = ({ withdrawn, hands = null }: Viewed, tracks: readonly Track[]) => {
  const assignments = partsOf(tracks);
  const owners = tracks.find(({ unit }) => unit === null);
  const own = hands === null ? owners : assignments.find(({ unit }) => unit === hands);
  const closed = hands !== null && owners?.state === "done" ? owners : undefined;
  const speaks = closed ?? (own !== undefined && speaking.includes(own.state) ? own : undefined);
  const counted = countedFor(hands, own, assignments);
  const rolledUp = hands !== null && own !== undefined ? null : rollUp(counted.map((track) => track.state));
  const state = withdrawn ? "withdrawn" : (speaks?.state ?? rolledUp ?? own?.state ?? "issued");
  const isOver = state === "reported-done" || state === "done";
  const said = speaks ? [speaks] : counted;
  return {
    state,
    percent: isOver ? 100 : (own?.percent ?? meanPercent(counted)),
    reportedOn: isOver ? latest(said.map(({ reportedOn }) => reportedOn)) : null,
    doneOn: state === "done" ? latest(said.map(({ doneOn }) => doneOn)) : null,
    assignments,
  };
};

const speaking: readonly TaskState[] = ["returned", "reported-done", "done", "withdrawn"];

/** Those that are rolled up for an office: what it assigned itself where it is no part itself, else the topmost. */
const countedFor = (
  hands: string | null,
  own: Track | undefined,
  assignments: readonly PartOfTask[],
): readonly PartOfTask[] => {
  const live = assignments.filter(({ state }) => state !== "withdrawn");
  const topmost = live.filter(({ under }) => under === null);
  if (hands === null) return topmost;
  const below = live.filter(({ by }) => by === hands);
  return own === undefined && below.length === 0 ? topmost : below;
};

/** Those that an assigned unit assigned on stand under it, behind it. */
const partsOf = (tracks: readonly Track[]): PartOfTask[] => {
  const units = tracks.filter((track): track is Track & { unit: string } => track.unit !== null);
  const known = new Set(units.map(({ unit }) => unit));
  const underOf = ({ unit, by }: Track): string | null => (by !== null && by !== unit && known.has(by) ? by : null);
  const parts = units.map((track) => ({ ...track, under: underOf(track) }));
  const placed = parts.flatMap((part) => {
    if (part.under !== null) return [];
    return [part, ...underneath(part.unit, parts)];
  });
  // Two that assigned to each other stand under nobody, and must not be lost.
  const lost = parts.filter((part) => !placed.includes(part));
  return [...placed, ...lost].map((part) => begun(part, parts));
};

const underneath = (unit: string, parts: readonly PartOfTask[], above: readonly string[] = []): PartOfTask[] => {
  if (above.includes(unit)) return [];
  return parts
    .filter(({ under }) => under === unit)
    .flatMap((part) => [part, ...underneath(part.unit, parts, [...above, unit])]);
};

const working: readonly TaskState[] = ["in-progress", "reported-done", "done"];

/** A unit whose own units have begun is under way, and as far as they are where it gives no figure itself. */
const begun = (part: PartOfTask, parts: readonly PartOfTask[]): PartOfTask => {
  const below = underneath(part.unit, parts).filter(({ state }) => state !== "withdrawn");
  if (below.length === 0 || speaking.includes(part.state)) return part;
  const state = below.some((each) => working.includes(each.state)) ? "in-progress" : part.state;
  return { ...part, state, percent: part.percent ?? meanPercent(below) };
};

const latest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);

const meanPercent = (tracks: readonly Track[]): number | null => {
  const live = tracks.filter(({ state }) => state !== "withdrawn");
  if (live.every(({ percent }) => percent === null)) return null;
  return Math.round(live.reduce((sum, { percent }) => sum + (percent ?? 0), 0) / live.length);
};
