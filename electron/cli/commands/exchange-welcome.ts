/** `exchange welcome` and `exchange open`: all that a new or reinstalled office needs, in one file and a code (EX13). */
import { resolve } from "node:path";
import { needed } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs } from "../table.ts";
import { exchanging, tellRecoveryCode } from "./exchange-keys.ts";
import { reportText } from "./exchange-report.ts";
import { resultOf } from "./long-work.ts";

export const welcome = async (invocation: Invocation): Promise<Answer> => {
  const { words, say } = invocation;
  const unit = needed(invocation.typed, "unit", "CODE");
  const { client, made } = await exchanging(invocation);
  const written = await resultOf(invocation, client.exchange.welcome({ unit, path: resolve(words[0] ?? "") }));
  const text = pairs([
    [say("exchange.written"), written.path],
    [say("exchange.bytes"), written.bytes],
    [say("exchange.welcomeCode"), written.code],
  ]);
  return { json: { unit, ...written, ...made }, text };
};

/** Begins an office in a data folder that holds none yet. */
export const open = async (invocation: Invocation): Promise<Answer> => {
  const code = needed(invocation.typed, "code", "CODE");
  const { client } = await invocation.session.beginning();
  const path = resolve(invocation.words[0] ?? "");
  const opened = await resultOf(invocation, client.exchange.openWelcome({ path, code }));
  tellRecoveryCode(invocation, opened.recoveryCode);
  return { json: opened, text: reportText(opened.report, invocation) };
};
