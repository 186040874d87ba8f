/** `tasks add`, `tasks edit`, `tasks assign`, `tasks breakdown`, `tasks part`: what the issuer of a task writes. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { breakdownPartSchema } from "#shared/contract/tasks.ts";
import { AppError } from "#shared/errors.ts";
import { splitUnits } from "#shared/units/split.ts";
import { jsonIn, needed, type Typed, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { namedUnits, sayGroups } from "./units-named.ts";

const textFields = ["no", "title", "measures", "section", "note", "period", "campaign"] as const;
const roles = ["lead", "responsible", "support"] as const;

const textsTyped = ({ texts }: Typed): Partial<Record<(typeof textFields)[number], string>> =>
  Object.fromEntries(textFields.flatMap((field) => (texts.has(field) ? [[field, texts.get(field) ?? ""]] : [])));

const rolesTyped = ({ many }: Typed): Partial<Record<(typeof roles)[number], string[]>> =>
  Object.fromEntries(
    roles.flatMap((role) => (many.has(role) ? [[role, (many.get(role) ?? []).flatMap(splitUnits)]] : [])),
  );

const noUnits = { lead: [], responsible: [], support: [] };

export const add = async ({ typed, session, say }: Invocation): Promise<Answer> => {
  const { title, ...entry } = textsTyped(typed);
  if (title === undefined) throw new WrongUsage("option-missing", { option: "--title T" });
  const { client } = await session.writing();
  const units = { ...noUnits, ...rolesTyped(typed) };
  const { ids, version } = await client.tasks.add({ title, ...entry, units });
  return { json: { id: ids[0], version }, text: say("tasks.added", { id: ids[0] ?? "" }) };
};

export const edit = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const entry = textsTyped(typed);
  const named = rolesTyped(typed);
  if (Object.keys({ ...entry, ...named }).length === 0) {
    throw new WrongUsage("option-missing", { option: [...textFields, ...roles].map((name) => `--${name}`).join(" ") });
  }
  const { client } = await session.writing();
  const id = words[0] ?? "";
  const { lead, responsible, support } = await client.tasks.get({ id });
  const units = Object.keys(named).length === 0 ? {} : { units: { lead, responsible, support, ...named } };
  const { version } = await client.tasks.edit({ id, changes: { ...entry, ...units } });
  return { json: { id, version }, text: say("tasks.edited") };
};

export const assign = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, say } = invocation;
  const to = typed.many.get("to") ?? [];
  if (to.length === 0) throw new WrongUsage("option-missing", { option: "--to CODE…" });
  const { client } = await session.writing();
  const named = await namedUnits(client, to);
  sayGroups(named, invocation);
  const units = [...named.units];
  const terms = Object.fromEntries(
    (["period", "contact", "text"] as const).flatMap((key) =>
      typed.texts.has(key) ? [[key, typed.texts.get(key)]] : [],
    ),
  );
  const { version } = await client.tasks.assign({ ids: [...words], units, ...terms });
  const json = { id: words[0] ?? "", units, groups: named.groups, version };
  return { json, text: say("tasks.assigned", { count: units.length }) };
};

/** `title|period|units`, what is left out blank. */
const partTyped = (text: string): z.infer<typeof breakdownPartSchema> => {
  const [title = "", period = "", units = ""] = text.split(/[|｜]/u).map((piece) => piece.trim());
  if (title === "") throw new WrongUsage("wrong-usage", { reason: `--part "${text}" (title|period|units)` });
  return breakdownPartSchema.parse({ title, period, units: splitUnits(units) });
};

const partsSchema = z.array(breakdownPartSchema).min(1);

const partsInFile = (path: string): z.infer<typeof partsSchema> => {
  const value = jsonIn(textOf(path));
  const found = partsSchema.safeParse(Array.isArray(value) ? value : (value as { parts?: unknown } | null)?.parts);
  if (!found.success) throw new WrongUsage("not-json", { reason: z.prettifyError(found.error) });
  return found.data;
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new AppError("file-missing", { path }, { cause: error });
  }
};

export const breakDown = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, say } = invocation;
  const file = typed.texts.get("file");
  const typedParts = (typed.many.get("part") ?? []).map(partTyped);
  const parts = file === undefined ? typedParts : [...typedParts, ...partsInFile(file)];
  if (parts.length === 0)
    throw new WrongUsage("option-missing", { option: '--part "title|period|units"… | --file JSON' });
  const { client } = await session.writing();
  const id = words[0] ?? "";
  const resolved: typeof parts = [];
  for (const part of parts) {
    const named = await namedUnits(client, part.units);
    sayGroups(named, invocation);
    resolved.push({ ...part, units: [...named.units] });
  }
  const { ids, version } = await client.tasks.breakDown({ id, parts: resolved });
  return { json: { id, parts: ids, version }, text: say("tasks.brokenDown", { count: ids.length }) };
};

export const part = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const of = needed(typed, "of", "ID|none");
  const { client } = await session.writing();
  const parent = of === "none" ? null : of;
  const { version } = await client.tasks.partOf({ ids: [...words], parent });
  return { json: { ids: words, parent, version }, text: say(parent === null ? "tasks.parted" : "tasks.partOf") };
};
