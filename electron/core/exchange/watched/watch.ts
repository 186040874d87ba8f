/**
 * The watched folder while the program runs (EX21): a folder that the settings name, looked into when the system says that
 * something happened there and slowly besides, since shares say nothing. What is due is written once the person pauses.
 */
import { type FSWatcher, watch } from "node:fs";
import { isAppError } from "#shared/errors.ts";
import type { Program } from "../../program.ts";
import { tellChanged } from "../../system/watch.ts";
import { exchangeSettings } from "../settings.ts";
import { roundIn } from "./round.ts";
import { type SettledFiles, settledFiles } from "./settled.ts";

export interface WatchPace {
  /** Milliseconds between two thoughts of it; also how long a file must rest. */
  readonly tick: number;
  /** How long nothing was written down here before what is due goes out. */
  readonly quiet: number;
  /** How long nothing is looked at where the system says nothing. */
  readonly poll: number;
}

const usual: WatchPace = { tick: 2_000, quiet: 10_000, poll: 20_000 };

interface Watched {
  readonly folder: string;
  readonly files: SettledFiles;
  readonly system: FSWatcher | null;
}

/** Follows the settings as they change. Returns how to stop, which is done when nothing is at work any more. */
export const followWatchedFolder = (program: Program, pace: WatchPace = usual): (() => Promise<void>) => {
  let watched: Watched | null = null;
  let running: Promise<void> | null = null;
  /** When to look, and when to write, by the clock of this process; Infinity: no need. */
  let lookAt = 0;
  let writeAt = 0;
  const now = (): number => performance.now();

  const follow = (folder: string | null): void => {
    if (watched?.folder === folder || (folder === null && watched === null)) return;
    watched?.system?.close();
    watched =
      folder === null ? null : { folder, files: settledFiles(folder), system: listenTo(folder, () => (lookAt = 0)) };
    lookAt = 0;
    writeAt = 0;
  };

  const think = async ({ folder, files }: Watched): Promise<void> => {
    if (now() >= lookAt) lookAt = files.look() ? 0 : now() + pace.poll;
    if (files.settled().length === 0 && now() < writeAt) return;
    writeAt = Number.POSITIVE_INFINITY;
    const { staged, written } = await roundIn(program, folder, files);
    if (staged.length + written.length > 0) tellChanged(program, ["exchange"]);
  };

  const turn = async (): Promise<void> => {
    try {
      follow(exchangeSettings(program).watchFolder);
      if (watched) await think(watched);
    } catch (error) {
      // A share that is away, a full stick, locked keys: it is tried again, and whoever does it by hand is told why.
      writeAt = now() + pace.poll;
      if (!isAppError(error)) console.error(error);
    }
  };

  const stopListening = program.store.onCommit(() => {
    writeAt = now() + pace.quiet;
  });
  const timer = setInterval(() => {
    running ??= turn().finally(() => {
      running = null;
    });
  }, pace.tick);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopListening();
    watched?.system?.close();
    await running;
  };
};

/** Null where the system cannot: the slow look remains. */
const listenTo = (folder: string, onEvent: () => void): FSWatcher | null => {
  try {
    const system = watch(folder, { persistent: false }, onEvent);
    system.on("error", onEvent);
    return system;
  } catch {
    return null;
  }
};
