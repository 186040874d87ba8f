/** A change as one line for people, in their language: a step by its name and what it says, any other value as it reads. */
import { hasWord, type Language, word } from "../translations/index.ts";
import { valueText } from "./value-text.ts";

export interface TextOf {
  readonly language: Language;
  /** A code by its name, a text as it is. */
  readonly unitName: (codeOrText: string) => string;
}

/** Parts whose values say nothing to people: ids and versions. */
const named: ReadonlySet<string> = new Set(["sameAs", "retract", "settle", "purge"]);

/** @param kind of record: `task` has its words under `tasks` */
export const changeText = (kind: string, unit: string, value: unknown, { language, unitName }: TextOf): string => {
  const spoken = (key: string): string => {
    const full = `${kind}s.${key}`;
    return hasWord(language, full) ? word(language, full) : (key.split(".").at(-1) ?? key);
  };
  const step = unit === "step" ? partsOf(value) : null;
  if (step) {
    const { step: name, unit: of, percent, text } = step;
    const said = [
      spoken(`step.${String(name)}`),
      typeof of === "string" ? unitName(of) : "",
      typeof percent === "number" ? `${percent}%` : "",
      typeof text === "string" ? text : "",
    ];
    return said.filter((part) => part !== "").join(" · ");
  }
  if (named.has(unit)) return spoken(`history.${unit}`);
  if (unit === "type" && typeof value === "string") return spoken(`type.${value}`);
  if (unit === "life") {
    const { state, reason } = partsOf(value) ?? {};
    const shown = word(language, `history.life.${String(state)}`);
    return typeof reason === "string" && reason !== "" ? `${shown} · ${reason}` : shown;
  }
  if (kind === "unit" && unit === "name") return nameText(value);
  if (kind === "task" && unit === "campaign") return campaignText(value, spoken);
  return valueText(withoutCodes(value), unitName);
};

/** The name of a unit first, then its other names. */
const nameText = (value: unknown): string => {
  const { name, aliases } = partsOf(value) ?? {};
  const others = Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === "string" && alias !== "") : [];
  return [name, ...others].filter((each) => typeof each === "string" && each !== "").join(" · ");
};

/** A campaign by its name, and how often it is reported on; its id says nothing to people. */
const campaignText = (value: unknown, spoken: (key: string) => string): string => {
  const { name, every } = partsOf(value) ?? {};
  const interval = typeof every === "string" ? spoken(`campaign.every.${every}`) : "";
  return [name, interval].filter((each) => typeof each === "string" && each !== "").join(" · ");
};

const partsOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

/** Codes say over again what the units beside them say. */
const withoutCodes = (value: unknown): unknown => {
  const parts = partsOf(value);
  if (!parts || !("codes" in parts)) return value;
  const { codes: _, ...others } = parts;
  return others;
};
