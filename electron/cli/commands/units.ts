/** `units`, `units add`, `units same`: the units known here. */
import { WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { table } from "../table.ts";

export const units = async ({ typed, session, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const under = typed.texts.get("under");
  const rows = await client.units.list({ q: typed.texts.get("q") ?? "", ...(under === undefined ? {} : { under }) });
  const text = table(rows, [
    { name: say("units.code"), of: ({ code }) => code },
    { name: say("units.name"), of: ({ name }) => name },
    { name: say("units.tier"), of: ({ tier }) => say(`tiers.${tier}`) },
    { name: say("units.kind"), of: ({ kind }) => say(`unitKinds.${kind}`) },
    { name: say("units.parent"), of: ({ parent }) => parent },
    { name: say("units.sameAs"), of: ({ sameAs }) => sameAs },
  ]);
  return { json: { count: rows.length, rows }, text };
};

const needed = ({ typed }: Invocation, option: string): string => {
  const value = typed.texts.get(option);
  if (value === undefined) throw new WrongUsage("option-missing", { option: `--${option}` });
  return value;
};

export const addUnit = async (invocation: Invocation): Promise<Answer> => {
  const name = needed(invocation, "name");
  const under = needed(invocation, "under");
  const code = invocation.typed.texts.get("code");
  const { client } = await invocation.session.writing();
  const added = await client.units.add({ name, under, ...(code === undefined ? {} : { code }) });
  return { json: { code: added.code, version: added.version }, text: `${added.code} ${name}` };
};

export const joinUnits = async ({ words, session, say }: Invocation): Promise<Answer> => {
  const [code = "", same = ""] = words;
  const { client } = await session.writing();
  const { version } = await client.units.same({ code, same });
  return { json: { code, same, version }, text: say("units.joined", { code, same }) };
};
