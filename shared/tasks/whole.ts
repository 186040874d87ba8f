/**
 * A task from its parts, at each tier: what a unit says of its assignment, and under it what the units say to which it
 * assigned it on, and its sub-tasks. An office that has the task from above stands as its own assignment does; the owner
 * as the roll-up.
 */
import type { TaskState } from "./record.ts";
import { meanPercent, type Part, rolledUp } from "./roll-up.ts";
import { rollUp } from "./states.ts";
import type { RollUp } from "./view.ts";

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
  readonly due: string | null;
}

/** An assignment as it is shown: its own steps, and what those to whom it was assigned on have begun. */
export interface PartOfTask extends Track {
  readonly unit: string;
  /** The assigned unit that assigned it on to this one; null: from the owner. */
  readonly under: string | null;
  /** What those say to whom it was assigned on; null: it was not. */
  readonly rollUp: RollUp | null;
}

/** A sub-task as it stands for the office here. */
export interface SubTask {
  readonly title: string;
  /** The office that made it. */
  readonly by: string;
  readonly state: TaskState;
  readonly percent: number | null;
  readonly due: string | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly heardOn: string | null;
  /** What was said of it differs from what its own parts say. */
  readonly differs: boolean;
}

interface Viewed {
  readonly withdrawn: boolean;
  /** As in `TaskFacts`. */
  readonly hands?: string | null;
}

/**
 * What an office says of its own task as a whole (returned, reported done, done) holds for the whole; otherwise the
 * assignments and sub-tasks are rolled up, and without any it stands as the office's own steps say.
 */
export const wholeOf = (
  { withdrawn, hands = null }: Viewed,
  tracks: readonly Track[],
  subTasks: readonly SubTask[] = [],
) => {
  const assignments = partsOf(tracks, subTasks);
  const owners = tracks.find(({ unit }) => unit === null);
  const own = hands === null ? owners : assignments.find(({ unit }) => unit === hands);
  const closed = hands !== null && owners?.state === "done" ? owners : undefined;
  const speaks = closed ?? (own !== undefined && speaking.includes(own.state) ? own : undefined);
  const counted = countedFor(hands, own, assignments);
  const holder = own === undefined ? null : hands;
  const subs = subTasks.filter((sub) => holderOf(sub, assignments) === holder);
  const parts = [...counted, ...subs];
  const together = hands !== null && own !== undefined ? null : rollUp(parts.map((part) => part.state));
  const state = withdrawn ? "withdrawn" : (speaks?.state ?? together ?? own?.state ?? "issued");
  const isOver = state === "reported-done" || state === "done";
  const told = speaks ? [speaks] : parts;
  const said = speaks ?? tracks.find(({ unit }) => unit === hands) ?? null;
  return {
    state,
    percent: isOver ? 100 : (own?.percent ?? meanPercent(parts)),
    reportedOn: isOver ? latest(told.map(({ reportedOn }) => reportedOn)) : null,
    doneOn: state === "done" ? latest(told.map(({ doneOn }) => doneOn)) : null,
    assignments,
    /** Of this office's own parts. */
    rollUp: rolledUp([...counted.map(partOfUnit), ...subs.map(partOfSub)], said),
    counted,
    subs,
  };
};

const speaking: readonly TaskState[] = ["returned", "reported-done", "done", "withdrawn"];

const partOfUnit = ({ unit, state, percent, due }: PartOfTask): Part => ({ name: unit, state, percent, due });
const partOfSub = ({ title, state, percent, due }: SubTask): Part => ({ name: title, state, percent, due });

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

/** An assigned unit that broke its own work down has the sub-tasks it made; all others are of the task as a whole. */
const holderOf = ({ by }: SubTask, units: readonly { readonly unit: string | null }[]): string | null =>
  units.some(({ unit }) => unit === by) ? by : null;

/** Those that an assigned unit assigned on stand under it, behind it. */
const partsOf = (tracks: readonly Track[], subTasks: readonly SubTask[]): PartOfTask[] => {
  const units = tracks.filter((track): track is Track & { unit: string } => track.unit !== null);
  const known = new Set(units.map(({ unit }) => unit));
  const underOf = ({ unit, by }: Track): string | null => (by !== null && by !== unit && known.has(by) ? by : null);
  const parts = units.map((track) => ({ ...track, under: underOf(track), rollUp: null }));
  const placed = parts.flatMap((part) => {
    if (part.under !== null) return [];
    return [part, ...underneath(part.unit, parts)];
  });
  // Two that assigned to each other stand under nobody, and must not be lost.
  const lost = parts.filter((part) => !placed.includes(part));
  const all = [...placed, ...lost];
  const begunParts = all.map((part) => begun(part, parts, subTasks));
  return begunParts.map((part, at) => {
    const below = begunParts.filter(({ under }) => under === part.unit);
    const subs = subTasks.filter((sub) => sub.by === part.unit);
    return { ...part, rollUp: rolledUp([...below.map(partOfUnit), ...subs.map(partOfSub)], all[at] ?? null) };
  });
};

const underneath = (unit: string, parts: readonly PartOfTask[], above: readonly string[] = []): PartOfTask[] => {
  if (above.includes(unit)) return [];
  return parts
    .filter(({ under }) => under === unit)
    .flatMap((part) => [part, ...underneath(part.unit, parts, [...above, unit])]);
};

const working: readonly TaskState[] = ["in-progress", "reported-done", "done"];

/** A unit whose own units or sub-tasks have begun is under way, and as far as they are where it gives no figure itself. */
const begun = (part: PartOfTask, parts: readonly PartOfTask[], subTasks: readonly SubTask[]): PartOfTask => {
  const below = underneath(part.unit, parts).filter(({ state }) => state !== "withdrawn");
  const holders = new Set([part.unit, ...below.map(({ unit }) => unit)]);
  const all = [...below, ...subTasks.filter(({ by }) => holders.has(by))];
  if (all.length === 0 || speaking.includes(part.state)) return part;
  const state = all.some((each) => working.includes(each.state)) ? "in-progress" : part.state;
  return { ...part, state, percent: part.percent ?? meanPercent(all) };
};

const latest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);
