/** `exchange watch`: what the window does with the watched folder, for a script or a computer without a window (EX21). */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { AppError } from "#shared/errors.ts";
import { roundIn, type Round } from "#core/exchange/watched/round.ts";
import { settledFiles } from "#core/exchange/watched/settled.ts";
import type { Answer, Invocation } from "../command.ts";
import { exchanging } from "./exchange-keys.ts";

/** How long a file must have kept its size before it is looked at, and how long to wait for that; milliseconds. */
const rest = 500;
const patience = 20;
const between = 15_000;

export const watch = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, say, remark } = invocation;
  const { program, made } = await exchanging(invocation);
  const folder = resolve(words[0] ?? "");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError("exchange-target", { path: folder });
  const files = settledFiles(folder);
  let all: Round = { staged: [], taken: [], written: [] };
  do {
    await untilAtRest(files, session.signal);
    const round = await roundIn(program, folder, files);
    all = together(all, round);
    if (!typed.flags.has("once")) {
      if (round.staged.length + round.written.length > 0) remark(wordsOf(round, say));
      await pause(between, session.signal);
    }
  } while (!typed.flags.has("once") && !session.signal.aborted);
  return { json: { folder, ...all, ...made }, text: wordsOf(all, say) };
};

const together = (before: Round, round: Round): Round => ({
  staged: [...before.staged, ...round.staged],
  taken: [...before.taken, ...round.taken],
  written: [...before.written, ...round.written],
});

const untilAtRest = async (files: ReturnType<typeof settledFiles>, signal: AbortSignal): Promise<void> => {
  for (let turn = 0; turn < patience && !signal.aborted; turn++) {
    if (!files.look()) return;
    await pause(rest, signal);
  }
};

const wordsOf = ({ staged, taken, written }: Round, say: Invocation["say"]): string =>
  say("exchange.watched", { staged: staged.length, taken: taken.length, written: written.length });

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) {
      done();
      return;
    }
    const timer = setTimeout(end, milliseconds);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    }
    signal.addEventListener("abort", end);
  });
