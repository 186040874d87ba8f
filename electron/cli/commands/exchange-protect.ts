/** `exchange unlock`, `exchange protect`, `exchange recovery`: under what the keys lie (EX18a). */
import { WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { exchanging, tellRecoveryCode } from "./exchange-keys.ts";

/** Tries whether the passphrase or recovery code opens the keys; each command opens them for itself. */
export const unlock = async (invocation: Invocation): Promise<Answer> => {
  const { client, made } = await exchanging(invocation);
  const { keys } = await client.exchange.me();
  const text = invocation.say(`exchange.keyStates.${keys.state}`);
  return { json: { ...keys, ...made }, text, exitCode: keys.state === "ready" ? 0 : 1 };
};

export const protect = async (invocation: Invocation): Promise<Answer> => {
  const { typed, say } = invocation;
  const passphrase = typed.texts.get("new-passphrase") ?? (process.env["LIANDONG_NEW_PASSPHRASE"] || null);
  if ((passphrase === null) !== typed.flags.has("none"))
    throw new WrongUsage("option-missing", { option: "--new-passphrase TEXT | --none" });
  const { client, made } = await exchanging(invocation);
  await client.exchange.protect({ passphrase });
  const { keys } = await client.exchange.me();
  return { json: { ...keys, ...made }, text: say(`exchange.protection.${keys.protection}`) };
};

export const recovery = async (invocation: Invocation): Promise<Answer> => {
  const { client, made } = await exchanging(invocation);
  if (made.recoveryCode !== undefined) return { json: made, text: "" };
  const { recoveryCode } = await client.exchange.newRecoveryCode();
  tellRecoveryCode(invocation, recoveryCode);
  return { json: { recoveryCode }, text: "" };
};
