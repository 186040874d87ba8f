/** Units as they are typed: codes, names, and groups (各镇（街道）) that are resolved to the units they stand for here. */
import type { Resolved } from "#shared/contract/units.ts";
import { AppError } from "#shared/errors.ts";
import { splitUnits } from "#shared/units/split.ts";
import type { Invocation } from "../command.ts";
import type { Client } from "../session.ts";

export interface NamedUnits {
  /** Codes, or the text of units that are not known here, each once. */
  readonly units: readonly string[];
  /** The groups among what was typed, with whom they mean here. */
  readonly groups: readonly Resolved[];
}

/** @throws AppError `group-empty-here` for a group that stands for nobody here */
export const namedUnits = async (client: Client, typed: readonly string[]): Promise<NamedUnits> => {
  const resolved = await client.units.resolve({ texts: typed.flatMap(splitUnits) });
  const units = resolved.flatMap(({ is, text, units: meant }) => {
    if (is === "group" && meant.length === 0) throw new AppError("group-empty-here", { text });
    return is === "unknown" ? [text] : meant.map(({ code }) => code);
  });
  return { units: [...new Set(units)], groups: resolved.filter(({ is }) => is === "group") };
};

/** A line for each group on standard error, before anything is written. */
export const sayGroups = ({ groups }: NamedUnits, { remark, say }: Invocation): void => {
  for (const { text, units } of groups) {
    remark(say("units.means", { text, count: units.length, units: units.map(({ name }) => name).join("、") }));
  }
};
