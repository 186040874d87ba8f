/**
 * Units: divisions, functional zones, departments. Codes and names change, so a unit keeps its former names as
 * aliases, and two entries of the same unit can be joined by 'same as' and parted again (EX8a).
 */
import { z } from "zod";
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

export const unitKind = {
  kind: "unit",
  scope: { reach: "named" },
  units: {
    code: { schema: z.string(), writer: "registrar" },
    name: { schema: z.object({ name: z.string().min(1), aliases: z.array(z.string()) }), writer: "registrar" },
    place: {
      schema: z.object({ kind: z.enum(unitKinds), tier: z.enum(tiers), parent: z.string().nullable() }),
      writer: "registrar",
    },
    order: { schema: z.number().nullable(), writer: "registrar" },
    sameAs: { schema: z.string().nullable(), writer: "registrar" },
    life: { schema: lifeSchema, writer: "registrar" },
  },
} as const satisfies RecordKind;
