/** What must hold in every history, each said without the help of the code that it judges. */
import type { SimulatedOffice, LoggedChange, RecordView } from "./office.ts";
import { pairs } from "./cast.ts";
import { type Ledger, placeOf } from "./ledger.ts";

/** A broken invariant, by its name. */
export class Broken extends Error {
  readonly invariant: string;

  constructor(invariant: string, details: string) {
    super(`${invariant}: ${details}`);
    this.invariant = invariant;
  }
}

type Offices = ReadonlyMap<string, SimulatedOffice>;

/** Places that an office withdrew or has set aside (EX17), by office. */
const asideOf = async (offices: Offices): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const aside = new Map<string, ReadonlySet<string>>();
  for (const office of offices.values()) {
    const places = (await office.log()).filter(({ state }) => state === 2);
    if (places.length > 0) aside.set(office.peer, new Set(places.map(placeOf)));
  }
  return aside;
};

/** Whether of what both have one counts what the other withdrew: a person's word, which no file carries (EX17). */
const countDifferently = async (
  offices: Offices,
  aside: ReadonlyMap<string, ReadonlySet<string>>,
  one: string,
  other: string,
): Promise<boolean> => {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    const set = aside.get(here);
    const log = set && (await offices.get(there)?.log());
    if (log?.some((change) => change.state !== 2 && set?.has(placeOf(change)))) return true;
  }
  return false;
};

/**
 * Equal scopes have equal digests, once everything is delivered (EX26). What was withdrawn at one office counts on at
 * those to which it was passed on before: those two differ, and say so.
 */
export const digestsAgree = async (offices: Offices): Promise<void> => {
  const aside = await asideOf(offices);
  for (const [one, other] of pairs) {
    if (aside.size > 0 && (await countDifferently(offices, aside, one, other))) continue;
    const a = await offices.get(one)?.digestWith(other);
    const b = await offices.get(other)?.digestWith(one);
    if (a !== b) throw new Broken("digests", `${one} has ${a}, ${other} has ${b}`);
  }
};

/** Two offices that both have a record in hand show the same of it, in whatever order its changes came (EX1). */
export const statesAgree = async (offices: Offices): Promise<void> => {
  const first = new Map<string, { peer: string; text: string }>();
  const withdrawn = await recordsAside(offices);
  for (const office of offices.values()) {
    for (const kind of ["task", "issue", "urging"]) {
      for (const record of await office.records(kind)) {
        if (withdrawn.has(record)) continue;
        const view = await office.view(record);
        if (!view?.whole || view.archived) continue;
        const text = sharedText(view);
        const known = first.get(record);
        if (known && known.text !== text) {
          throw new Broken("states", `${record}\n${known.peer}: ${known.text}\n${office.peer}: ${text}`);
        }
        if (!known) first.set(record, { peer: office.peer, text });
      }
    }
  }
};

/** Records of which something counts at one office and was withdrawn or set aside at another (EX17). */
const recordsAside = async (offices: Offices): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (const office of offices.values()) {
    for (const { record, state } of await office.log()) if (state === 2) found.add(record);
  }
  return found;
};

/** Values and heads; not the steps and what takes them back, of which each sees its own part. */
const sharedText = ({ values, heads, questions }: RecordView): string => {
  const sorted = (map: Readonly<Record<string, unknown>>): unknown[] =>
    Object.entries(map)
      .filter(([unit]) => unit !== "life")
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const open = questions
    .filter(
      ({ kind, unit }) => (kind === "values" || kind === "proposal") && !["life", "step", "retract"].includes(unit),
    )
    .map(({ kind, unit, versions }) => `${kind} ${unit} ${versions.join()}`)
    .toSorted();
  return JSON.stringify([sorted(values), sorted(heads), open]);
};

/** No committed change is gone: whoever wrote it has it, and has it back after a restore. */
export const nothingIsGone = async (offices: Offices, ledger: Ledger): Promise<void> => {
  const held = new Map<string, Set<string>>();
  const made = new Set<string>();
  for (const office of offices.values()) {
    const log = await office.log();
    held.set(office.peer, new Set(log.map(placeOf)));
    for (const { record, unit } of log) if (unit === "*") made.add(record);
  }
  // What a thief made is no record where it was withdrawn, so that nobody there can say whom work on it concerns.
  for (const record of await recordsAside(offices)) made.delete(record);
  for (const [place, { peer, change }] of ledger.entered) {
    if (ledger.gone.has(place) || held.get(peer)?.has(place)) continue;
    // Work on a record whose creation went to the bin with the copied machine that made it: nobody can show it any more.
    if (!made.has(change.record) && [...held.values()].some((places) => places.has(place))) continue;
    throw new Broken("gone", `${peer} lacks ${place}: ${change.kind} ${change.record} ${change.unit}`);
  }
};

const setters = (changes: readonly LoggedChange[], unit: string): LoggedChange[] =>
  changes.filter((change) => change.unit === unit || (change.unit === "*" && Object.hasOwn(change.value ?? {}, unit)));

const valueOf = (change: LoggedChange, unit: string): unknown =>
  change.unit === "*" ? (change.value as Record<string, unknown> | null)?.[unit] : change.value;

/** Each losing value is in a conflict or a proposal, or was seen by who wrote over it (EX5, EX6). */
export const losersAreKept = async (offices: Offices): Promise<void> => {
  for (const office of offices.values()) {
    const byRecord = Map.groupBy(await office.log(), ({ record }) => record);
    for (const [record, all] of byRecord) {
      const changes = all.filter(({ state, purged }) => state === 0 && !purged);
      const view = await office.view(record);
      if (!view?.whole) continue;
      for (const unit of Object.keys(view.values)) {
        // A record that was purged as a whole is out of the lists, whatever else was said of its life (EX8).
        if (unit === "life" && changes.some(isWholePurge)) continue;
        if (unit !== "step" && unit !== "settle" && unit !== "purge")
          checkUnit(office.peer, record, unit, changes, view);
      }
    }
  }
};

const isWholePurge = ({ unit, value }: LoggedChange): boolean =>
  unit === "purge" && (value as { units?: readonly string[] } | null)?.units?.length === 0;

const checkUnit = (
  peer: string,
  record: string,
  unit: string,
  changes: readonly LoggedChange[],
  view: RecordView,
): void => {
  const asked = new Set(view.questions.flatMap(({ versions }) => versions.map((version) => version.split("#")[0])));
  const settled = new Set(
    changes
      .filter((change) => change.unit === "settle")
      .flatMap(({ value }) => (JSON.stringify(value).match(/[0-9a-f]{32}:\d+:[0-9a-f]{8}/gu) ?? []) as string[]),
  );
  const writers = setters(changes, unit);
  const stands = JSON.stringify(view.values[unit]);
  for (const writer of writers) {
    const covered = writers.some(({ version, base }) => version !== writer.version && base.includes(writer.version));
    const same = JSON.stringify(valueOf(writer, unit)) === stands;
    // A later line of one and the same commit has seen the earlier.
    const again = writers.some(({ version, ord }) => version === writer.version && ord > writer.ord);
    // Who said the same is asked about it in the same breath.
    const text = JSON.stringify(valueOf(writer, unit));
    const asks = writers.some((other) => asked.has(other.version) && JSON.stringify(valueOf(other, unit)) === text);
    if (covered || same || again || asks || settled.has(writer.version)) continue;
    throw new Broken(
      "losers",
      `${peer}: ${record} ${unit} lost ${JSON.stringify(valueOf(writer, unit))} of ${writer.version}; stands ${stands}`,
    );
  }
};

/** Who may never write what, put plainly: the value that stands was written by someone with a say (EX4). */
export const authorityHolds = async (offices: Offices): Promise<void> => {
  for (const office of offices.values()) {
    const byRecord = Map.groupBy(await office.log(), ({ record }) => record);
    for (const [record, all] of byRecord) {
      const view = await office.view(record);
      const made = all.find(({ unit, state }) => unit === "*" && state === 0);
      if (!view?.whole || !made || (view.kind !== "task" && view.kind !== "issue")) continue;
      for (const [unit, heads] of Object.entries(view.heads)) {
        if (ownerWrites.has(unit)) checkHeads(office.peer, record, unit, all, heads, made);
      }
    }
  }
};

/** Units of merge that only the office which made a record, or on whose behalf it was made, or one of its tier tree writes. */
const ownerWrites = new Set(["title", "note", "section", "period", "limit", "extra", "place", "no"]);

const checkHeads = (
  peer: string,
  record: string,
  unit: string,
  all: readonly LoggedChange[],
  heads: readonly string[],
  made: LoggedChange,
): void => {
  const owners = all
    .filter((change) => change.unit === "*")
    .flatMap(({ office, behalf }) => [office, behalf ?? office]);
  for (const head of heads) {
    const writer = all.find((change) => change.version === head && (change.unit === unit || change.unit === "*"));
    if (!writer || owners.includes(writer.office)) continue;
    throw new Broken(
      "authority",
      `${peer}: ${record} (made by ${made.office}) has ${unit} by ${writer.office} without a say in it`,
    );
  }
};

/** Where an office keeps tables beside its log, they say what the log alone gives (EX1). */
export const tablesAreTheLog = async (offices: Offices): Promise<void> => {
  for (const office of offices.values()) {
    const found = (await office.disagreements?.()) ?? [];
    if (found.length > 0) throw new Broken("tables", `${office.peer}: ${found.slice(0, 5).join("; ")}`);
  }
};

/** Once the city was adopted, whoever heard of it follows; nobody is left with another root than its neighbours (EX15). */
export const rootsAgree = async (offices: Offices, adopted: string | null): Promise<void> => {
  for (const office of offices.values()) {
    const root = await office.root();
    if (root !== (adopted ?? "370300")) throw new Broken("root", `${office.peer} follows ${root}`);
  }
};
