/** `exchange inspect`: what a file of exchange is, and what it would do, without anything being kept. */
import { closeSync, constants, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { kindOfFile } from "#core/exchange/file/first-line.ts";
import { AppError } from "#shared/errors.ts";
import { word } from "#shared/translations/index.ts";
import type { Answer, Invocation } from "../command.ts";
import type { Client } from "../session.ts";
import { pairs } from "../table.ts";
import { openKeys } from "./exchange-keys.ts";
import { reportText } from "./exchange-report.ts";
import { fingerprintText } from "./exchange-trust.ts";
import { writingIfFree } from "./writing-if-free.ts";

export const inspect = async (invocation: Invocation): Promise<Answer> => {
  const path = resolve(invocation.words[0] ?? "");
  const kind = kindOfFile(beginningOf(path));
  const { client } = await writingIfFree(invocation);
  if (kind === "card") return cardAnswer(invocation, client, path);
  if (kind === "roster") return rosterAnswer(invocation, client, path);
  await openKeys(invocation, client);
  return bundleAnswer(invocation, client, path);
};

/** @throws AppError `file-missing` */
const beginningOf = (path: string): Uint8Array => {
  const bytes = Buffer.alloc(64);
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new AppError("file-missing", { path }, { cause: error });
  }
};

const cardAnswer = async ({ say }: Invocation, client: Client, path: string): Promise<Answer> => {
  const card = await client.exchange.readCard({ path });
  const text = pairs([
    [say("exchange.office"), `${card.name} ${card.code}`],
    [say("exchange.device"), card.device],
    [say("exchange.fingerprint"), fingerprintText(card.fingerprint)],
  ]);
  return { json: { kind: "card", ...card }, text };
};

const rosterAnswer = async ({ say }: Invocation, client: Client, path: string): Promise<Answer> => {
  const roster = await client.exchange.readRoster({ path });
  const text = pairs([
    [say("exchange.root"), `${roster.root.name} ${roster.root.code}`],
    [say("exchange.fingerprint"), fingerprintText(roster.root.fingerprint)],
    [say("exchange.offices"), roster.offices],
  ]);
  return { json: { kind: "roster", ...roster }, text };
};

const bundleAnswer = async (invocation: Invocation, client: Client, path: string): Promise<Answer> => {
  const { envelope, report, error } = await client.exchange.inspect({ path });
  const shown = Object.entries(envelope).map(
    ([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  const said = (part: "message" | "hint"): string[] =>
    error === null ? [] : [word(invocation.language, `errors.${error.code}.${part}`, error.params)];
  const text = [
    pairs(shown),
    ...(report === null ? [] : [reportText(report, invocation)]),
    ...said("message"),
    ...said("hint"),
  ].join("\n");
  return { json: { kind: envelope["kind"] ?? "unknown", envelope, report, error }, text };
};
