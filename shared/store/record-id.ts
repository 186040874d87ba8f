/**
 * Which ids are a kind's own. Most are random; those that follow from what they name bear their kind before a colon
 * (`unit:370303`, `settings:office`), and no record of another kind may take such a name, now or in advance (EX25).
 */
import { kindByName } from "./registry.ts";

export const isIdOf = (kind: string, record: string): boolean => {
  const colon = record.indexOf(":");
  const named = colon < 0 ? null : record.slice(0, colon);
  if (named !== null && kindByName.has(named)) return named === kind;
  return kindByName.get(kind)?.area === undefined;
};
