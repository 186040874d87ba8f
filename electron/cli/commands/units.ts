/** `units`, `units add`, `units villages`, `units resolve`, `units same`: the units known here. */
import { resolve } from "node:path";
import { needed, WrongUsage } from "../arguments.ts";
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

export const addUnit = async (invocation: Invocation): Promise<Answer> => {
  const name = needed(invocation.typed, "name", "T");
  const under = needed(invocation.typed, "under", "CODE");
  const code = invocation.typed.texts.get("code");
  const { client } = await invocation.session.writing();
  const added = await client.units.add({ name, under, ...(code === undefined ? {} : { code }) });
  return { json: { code: added.code, version: added.version }, text: `${added.code} ${name}` };
};

export const addVillages = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const typedNames = (typed.many.get("names") ?? []).flatMap((text) => text.split(/[,，、;；\n]/u));
  const file = typed.texts.get("file");
  if (typedNames.length === 0 && file === undefined) {
    throw new WrongUsage("option-missing", { option: "--names NAME… | --file F" });
  }
  const { client } = await session.writing();
  const { names } = file === undefined ? { names: [] } : await client.units.readNames({ path: resolve(file) });
  const [town] = await client.units.resolve({ texts: [words[0] ?? ""] });
  const under = town?.is === "unit" ? (town.units[0]?.code ?? "") : (words[0] ?? "");
  const { added, passed, version } = await client.units.addMany({
    under,
    kind: "village",
    names: [...typedNames, ...names],
  });
  const text = [
    ...added.map(({ code, name }) => `${code} ${name}`),
    say("units.added", { count: added.length }),
    ...(passed.length === 0 ? [] : [say("units.passed", { names: passed.join("、") })]),
  ].join("\n");
  return { json: { under, count: added.length, added, passed, version }, text };
};

export const resolveUnits = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const under = typed.texts.get("under");
  const rows = await client.units.resolve({ texts: [...words], ...(under === undefined ? {} : { under }) });
  const text = table(rows, [
    { name: say("units.text"), of: ({ text: written }) => written },
    { name: say("units.is"), of: ({ is }) => say(`resolved.${is}`) },
    {
      name: say("units.meant"),
      of: ({ units: meant }) => meant.map(({ code, name }) => `${name}(${code})`).join("、"),
      most: 200,
    },
  ]);
  return { json: { rows }, text };
};

export const joinUnits = async ({ words, session, say }: Invocation): Promise<Answer> => {
  const [code = "", same = ""] = words;
  const { client } = await session.writing();
  const { version } = await client.units.same({ code, same });
  return { json: { code, same, version }, text: say("units.joined", { code, same }) };
};
