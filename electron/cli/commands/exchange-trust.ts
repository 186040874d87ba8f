/** `exchange card`, `exchange enrol`, `exchange trust`: first contact (EX15). */
import { resolve } from "node:path";
import type { Answer, Invocation } from "../command.ts";
import { pairs } from "../table.ts";
import { exchanging } from "./exchange-keys.ts";

interface Fingerprint {
  readonly digits: string;
  readonly words: readonly string[];
}

/** Both ways of comparing it, as two people would read it out. */
export const fingerprintText = ({ digits, words }: Fingerprint): string => `${digits}  ${words.join(" ")}`;

export const card = async (invocation: Invocation): Promise<Answer> => {
  const { client, made } = await exchanging(invocation);
  const written = await client.exchange.card({ path: resolve(invocation.words[0] ?? "") });
  const text = pairs([
    [invocation.say("exchange.card"), written.path],
    [invocation.say("exchange.fingerprint"), fingerprintText(written.fingerprint)],
  ]);
  return { json: { ...written, ...made }, text };
};

export const enrol = async (invocation: Invocation): Promise<Answer> => {
  const { words, say } = invocation;
  const { client, made } = await exchanging(invocation);
  const roster = resolve(words[1] ?? "");
  const enrolled = await client.exchange.enrol({ card: resolve(words[0] ?? ""), roster });
  const text = pairs([
    [say("exchange.enrolled"), `${enrolled.name} ${enrolled.office}`],
    [say("exchange.fingerprint"), fingerprintText(enrolled.fingerprint)],
    [say("exchange.roster"), roster],
  ]);
  return { json: { ...enrolled, path: roster, ...made }, text };
};

export const trust = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, say } = invocation;
  const { client, made } = await exchanging(invocation);
  const path = resolve(words[0] ?? "");
  const trusted = await client.exchange.trust({ path, adopt: typed.flags.has("adopt") });
  const text = pairs([
    [say("exchange.root"), `${trusted.name} ${trusted.root}`],
    [say("exchange.fingerprint"), fingerprintText(trusted.fingerprint)],
    [say("exchange.offices"), trusted.offices],
  ]);
  return { json: { ...trusted, ...made }, text };
};
