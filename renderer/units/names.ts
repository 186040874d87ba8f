/** Units as names: records keep a unit's code where it is known here, and the words as written where it is not. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Unit } from "#shared/units/record.ts";
import { query } from "../client.ts";

const none: readonly Unit[] = [];

/** All units known here, in official order. */
export const useUnits = (): readonly Unit[] => useQuery(query.units.list.queryOptions({ input: {} })).data ?? none;

/** A code becomes its unit's name (of the unit that stands for it, after a 'same as'); other text stays as it is. */
export const useUnitName = (): ((codeOrText: string) => string) => {
  const units = useUnits();
  return useMemo(() => {
    const byCode = new Map(units.map((unit) => [unit.code, unit]));
    return (codeOrText: string): string => {
      const unit = byCode.get(codeOrText);
      if (unit === undefined) return codeOrText;
      return (unit.sameAs === null ? unit : (byCode.get(unit.sameAs) ?? unit)).name;
    };
  }, [units]);
};
