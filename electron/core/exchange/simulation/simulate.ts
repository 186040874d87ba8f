/** Plays whole histories and judges them; finds seeds, prints them, and says what was really done. */
import fc from "fast-check";
import type { History } from "./commands.ts";
import { historyOf } from "./commands.ts";
import {
  authorityHolds,
  Broken,
  digestsAgree,
  losersAreKept,
  nothingIsGone,
  rootsAgree,
  statesAgree,
  tablesAreTheLog,
} from "./invariants.ts";
import type { OfficeMaker } from "./office.ts";
import { settle } from "./settle.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";
import { makeWorld, type World } from "./world.ts";

/** Plays one history to its end and checks everything. @throws Broken with the name of the invariant */
export const playHistory = async (maker: OfficeMaker, history: History): Promise<Tally> => {
  const world = await makeWorld(maker, history);
  try {
    for (const command of history.commands) await world.play(command);
    await settle(world);
    await judge(world);
    world.tally.histories = 1;
    return world.tally;
  } finally {
    await world.close();
  }
};

export const judge = async (world: World): Promise<void> => {
  const { offices, ledger } = world;
  await digestsAgree(offices);
  await statesAgree(offices);
  await nothingIsGone(offices, ledger);
  await losersAreKept(offices);
  await authorityHolds(offices);
  await tablesAreTheLog(offices);
  await rootsAgree(offices, world.province?.code ?? null);
  await takingAgainChangesNothing(world);
};

/** EX24, and late files out of order: whatever was taken once is taken again, and nothing changes. */
const takingAgainChangesNothing = async (world: World): Promise<void> => {
  const again = world.delivered.filter((_, index) => index % 5 === 0 || index > world.delivered.length - 4);
  for (const file of again) {
    const office = world.offices.get(file.to);
    if (!office) continue;
    const before = await office.dump();
    await office.takeIn(file);
    if ((await office.dump()) !== before) {
      throw new Broken("idempotence", `${file.to} changed by a file from ${file.from} that it had`);
    }
  }
};

export interface Simulation {
  readonly maker: OfficeMaker;
  readonly histories: number;
  readonly length: { readonly min: number; readonly max: number };
  /** Computers are stolen and revoked, too, and the city is adopted (EX15, EX17). */
  readonly thefts?: boolean;
  /** Repeats what a failure printed. */
  readonly seed?: number;
  /** Milliseconds after which no further history is begun. */
  readonly until?: number;
  /** Whether the smallest history is looked for on failure; it is, where this is left out. */
  readonly shrink?: boolean;
}

/**
 * Plays many histories. On failure it tells the seed, what is broken, and the smallest history found that breaks it,
 * which then becomes a named test in `found.test.ts`.
 */
export const simulate = async ({
  maker,
  histories,
  length,
  thefts = false,
  seed,
  until,
  shrink = true,
}: Simulation): Promise<Tally> => {
  const total = emptyTally();
  let failed: History | null = null;
  const result = await fc.check(
    fc.asyncProperty(historyOf(length, { thefts }), async (history) => {
      try {
        addTally(total, await playHistory(maker, history));
      } catch (error) {
        failed = history;
        throw error;
      }
    }),
    {
      numRuns: histories,
      // A shrinker that knows that every subset of commands plays is much quicker.
      endOnFailure: true,
      ...(seed === undefined ? {} : { seed }),
      ...(until === undefined ? {} : { interruptAfterTimeLimit: until, markInterruptAsFailure: false }),
    },
  );
  if (result.failed && !shrink) throw result.errorInstance;
  if (result.failed && failed) throw await asFound(maker, failed, result.seed, result.errorInstance);
  return total;
};

const asFound = async (maker: OfficeMaker, history: History, seed: number, cause: unknown): Promise<Error> => {
  const small = await smallest(maker, history);
  const commands = small.history.commands.map((command) => `  ${JSON.stringify(command)},`).join("\n");
  const told = `seed ${seed}: ${small.why}\nold ${small.history.old}, seed ${small.history.seed}, commands [\n${commands}\n]`;
  return new Error(told, { cause });
};

/** Leaves out commands as long as what is left still breaks something. */
const smallest = async (maker: OfficeMaker, history: History): Promise<{ history: History; why: string }> => {
  let found = history;
  let why = await whyBroken(maker, history);
  for (let size = Math.ceil(history.commands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < found.commands.length;) {
      const commands = found.commands.toSpliced(from, size);
      const broken = await whyBroken(maker, { ...found, commands });
      if (broken === null) from += size;
      else {
        found = { ...found, commands };
        why = broken;
      }
    }
  }
  return { history: found, why: why ?? "" };
};

const whyBroken = async (maker: OfficeMaker, history: History): Promise<string | null> => {
  try {
    await playHistory(maker, history);
    return null;
  } catch (error) {
    return String(error);
  }
};
