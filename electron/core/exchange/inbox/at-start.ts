/**
 * EX22: files that were too new for the program are looked at again once it was upgraded. Not while the window waits to
 * come up, and not before the keys are open, since nothing can be said of a file until then.
 */
import { isAppError } from "#shared/errors.ts";
import type { Program } from "../../program.ts";
import { tellChanged } from "../../system/watch.ts";
import { keysState } from "../identity/keys.ts";
import { lookAgain } from "./look-again.ts";

const usualPause = 5_000;

/**
 * Once in the life of the process.
 * @param pause milliseconds until it is tried, and between tries while the keys are locked
 * @returns how to give up, which is done when nothing is at work any more
 */
export const lookAgainAfterStart = (program: Program, pause = usualPause): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  const turn = async (): Promise<void> => {
    if (isAnyTooNew(program) && keysState(program.store).state !== "ready") {
      running = null;
      return;
    }
    clearInterval(timer);
    if (!isAnyTooNew(program)) return;
    try {
      await lookAgain(program);
    } catch (error) {
      // A folder that cannot be written to: the files say still what they said before.
      if (!isAppError(error)) console.error(error);
    }
    tellChanged(program, ["exchange"]);
  };
  const timer = setInterval(() => {
    running ??= turn();
  }, pause);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
};

const isAnyTooNew = ({ store }: Program): boolean =>
  store.db.prepare("SELECT 1 FROM bundles WHERE direction = 'in' AND state = 'too-new' LIMIT 1").get() !== undefined;
