/**
 * Units: divisions, functional zones, departments. Codes and names change, so a unit keeps its former names as
 * aliases, and two entries of the same unit can be joined by 'same as' and parted again (EX8a).
 */
import { z } from "zod";
import { setsTogether } from "../exchange/sets.ts";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";

export const unitKinds = ["division", "zone", "department", "office", "village", "other"] as const;
export const tiers = ["nation", "province", "city", "district", "town", "village"] as const;

export const unitSchema = z.object({
  /** GB/T 2260 and 10114 code, or one of our own for zones and departments (`370303-D01`). */
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  tier: z.enum(tiers),
  parent: z.string().nullable(),
  /** Place in the official order among its siblings; null: by code. */
  order: z.number().nullable(),
  aliases: z.array(z.string()),
  /** The code that stands for this unit after a 'same as'; null when it stands for itself. */
  sameAs: z.string().nullable(),
  withdrawn: z.boolean(),
});
export type Unit = z.infer<typeof unitSchema>;
export type Tier = (typeof tiers)[number];
export type UnitKind = (typeof unitKinds)[number];

export const unitRecordId = (code: string): string => `unit:${code}`;

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Other names are a set to which each office adds what its lists taught it (EX6); the name itself is one. */
const aliasesTogether = (before: unknown, values: readonly unknown[]): unknown => {
  const [first, ...others] = values as Named[];
  if (first === undefined || others.some(({ name }) => name !== first.name)) return null;
  const aliases = (values as Named[]).map((value) => value.aliases);
  return { name: first.name, aliases: setsTogether((before as Named | null)?.aliases ?? [], aliases) };
};

export const unitKind = {
  kind: "unit",
  scope: { reach: "named" },
  units: {
    code: { schema: z.string(), writer: "area" },
    name: {
      schema: z.object({ name: z.string().min(1), aliases: z.array(z.string()) }),
      writer: "area",
      empty: { name: "", aliases: [] },
      together: aliasesTogether,
    },
    place: {
      schema: z.object({ kind: z.enum(unitKinds), tier: z.enum(tiers), parent: z.string().nullable() }),
      writer: "area",
      empty: { kind: "other", tier: "district", parent: null },
    },
    order: { schema: z.number().nullable(), writer: "area", empty: null },
    sameAs: { schema: z.string().nullable(), writer: "area", empty: null },
    life: { schema: lifeSchema, writer: "area", empty: { state: "live" } },
  },
  area: (record) => record.slice(unitRecordId("").length),
} as const satisfies RecordKind;
