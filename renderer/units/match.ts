/** Finding units as one types: by name, alias, pinyin or initials; in official order among equals. */
import { useMemo } from "react";
import { matchTyped } from "#shared/pinyin/match.ts";
import type { Unit } from "#shared/units/record.ts";
import { useUnits } from "./names.ts";

/** 0 is best; undefined: does not match. */
const rankOf = (unit: Unit, typed: string): number | undefined => {
  const ranks = [unit.name, ...unit.aliases].flatMap((name) => {
    if (name === typed) return [0];
    const match = matchTyped(name, typed);
    return match === undefined ? [] : [match.start === 0 ? 1 : 2];
  });
  if (unit.code.startsWith(typed)) ranks.push(1);
  return ranks.length === 0 ? undefined : Math.min(...ranks);
};

/** Units that answer to what is typed, best first; all of them for nothing typed. Joined and withdrawn ones are left out. */
export const useUnitSearch = (): ((typed: string, most?: number) => readonly Unit[]) => {
  const units = useUnits();
  return useMemo(() => {
    const live = units.filter((unit) => !unit.withdrawn && unit.sameAs === null);
    return (typed, most = 50) => {
      const text = typed.trim();
      if (text === "") return live.slice(0, most);
      return live
        .flatMap((unit) => {
          const rank = rankOf(unit, text);
          return rank === undefined ? [] : [{ unit, rank }];
        })
        .sort((a, b) => a.rank - b.rank)
        .slice(0, most)
        .map(({ unit }) => unit);
    };
  }, [units]);
};
