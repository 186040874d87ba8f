/** `exchange code` and `exchange confirm`: how far files were taken in, told over the telephone (EX12). */
import { needed } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";

export const code = async (invocation: Invocation): Promise<Answer> => {
  const of = needed(invocation.typed, "of", "CODE");
  const { client } = await invocation.session.reading();
  const told = await client.exchange.receiptCode({ of });
  return { json: { of, ...told }, text: invocation.say("exchange.code", { of, ...told }) };
};

export const confirm = async (invocation: Invocation): Promise<Answer> => {
  const from = needed(invocation.typed, "from", "CODE");
  const { client } = await invocation.session.writing();
  const { confirmed } = await client.exchange.takeReceiptCode({ from, code: invocation.words[0] ?? "" });
  return { json: { from, confirmed }, text: invocation.say("exchange.confirmed", { from, number: confirmed }) };
};
