/**
 * The data folder with keys that can be used, as the commands need it that write or read files of exchange. Keys are made
 * by themselves when they are first needed, so that a script is asked nothing; the recovery code is told that once. Keys
 * under a passphrase are opened by LIANDONG_PASSPHRASE or LIANDONG_RECOVERY_CODE: the environment shows in no list of
 * processes, where the options of the same name do.
 */
import type { Invocation } from "../command.ts";
import type { Client, Opened } from "../session.ts";

export interface Exchanging extends Opened {
  /** What has to stand in the answer where keys were made: their recovery code (EX18a). */
  readonly made: { readonly recoveryCode?: string };
}

/** Opens the folder for writing, its keys made or opened. @throws AppError as `session.writing` and `exchange.unlock` do */
export const exchanging = async (invocation: Invocation): Promise<Exchanging> => {
  const opened = await invocation.session.writing();
  return { ...opened, made: await readyKeys(invocation, opened.client) };
};

const readyKeys = async (invocation: Invocation, client: Client): Promise<Exchanging["made"]> => {
  const { keys } = await client.exchange.me();
  if (keys.state === "none") return makeKeys(invocation, client);
  if (keys.state === "locked") await openKeys(invocation, client);
  return {};
};

const makeKeys = async (invocation: Invocation, client: Client): Promise<Exchanging["made"]> => {
  const passphrase = passphraseOf(invocation);
  const { recoveryCode } = await client.exchange.setUp(passphrase === undefined ? {} : { passphrase });
  tellRecoveryCode(invocation, recoveryCode);
  return { recoveryCode };
};

/** Under `--json` the code stands in the document instead, and in nothing that a script's log keeps beside it. */
export const tellRecoveryCode = ({ typed, remark, say }: Invocation, code: string): void => {
  if (!typed.flags.has("json")) remark(say("exchange.recoveryCode", { code }));
};

/** Does nothing where no secret was given: whatever needs the keys then says so itself. */
export const openKeys = async (invocation: Invocation, client: Client): Promise<void> => {
  const passphrase = passphraseOf(invocation);
  const recoveryCode = secret(invocation, "recovery-code", "LIANDONG_RECOVERY_CODE");
  if (passphrase !== undefined) await client.exchange.unlock({ passphrase });
  else if (recoveryCode !== undefined) await client.exchange.unlock({ recoveryCode });
};

export const passphraseOf = (invocation: Invocation): string | undefined =>
  secret(invocation, "passphrase", "LIANDONG_PASSPHRASE");

const secret = ({ typed }: Invocation, option: string, variable: string): string | undefined =>
  typed.texts.get(option) ?? (process.env[variable] || undefined);
