/** Units known here, and the country's divisions to choose the office from. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { unitGroups } from "../units/groups.ts";
import { tiers, unitKinds, unitSchema } from "../units/record.ts";
import { doneSchema } from "./parts.ts";

export const divisionSchema = z.object({
  code: z.string(),
  name: z.string(),
  tier: z.enum(tiers),
  /** 山东省 › 淄博市 › 张店区 */
  path: z.array(z.string()),
});
export type Division = z.infer<typeof divisionSchema>;

export const resolvedSchema = z.object({
  text: z.string(),
  is: z.enum(["unit", "group", "unknown"]),
  group: z.enum(unitGroups).nullable(),
  units: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type Resolved = z.infer<typeof resolvedSchema>;

export const unitsContract = {
  /** By name, pinyin or initials. */
  searchDivisions: oc
    .input(z.object({ q: z.string(), limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(divisionSchema)),
  childDivisions: oc.input(z.object({ under: z.string().nullable() })).output(z.array(divisionSchema)),
  /** In official order; `under`: that unit and all below it. */
  list: oc.input(z.object({ under: z.string().optional(), q: z.string().default("") })).output(z.array(unitSchema)),
  add: oc
    .input(
      z.object({
        name: z.string().trim().min(1),
        under: z.string(),
        code: z.string().optional(),
        kind: z.enum(unitKinds).optional(),
      }),
    )
    .output(doneSchema.extend({ code: z.string() })),
  /** Several at once under one unit, as villages are: by name, one commit; names that are there already are passed over. */
  addMany: oc
    .input(z.object({ under: z.string(), kind: z.enum(unitKinds), names: z.array(z.string()).min(1) }))
    .output(doneSchema.extend({ added: z.array(unitSchema), passed: z.array(z.string()) })),
  /** Names out of a sheet or a text with one name in each line, for `addMany`. */
  readNames: oc.input(z.object({ path: z.string() })).output(z.object({ names: z.array(z.string()) })),
  /** Whom texts mean: a unit, or a group (各镇（街道）) with the units that it stands for here; `under`: of another unit than the office. */
  resolve: oc
    .input(z.object({ texts: z.array(z.string()), under: z.string().optional() }))
    .output(z.array(resolvedSchema)),
  edit: oc
    .input(
      z.object({
        code: z.string(),
        name: z.string().trim().min(1).optional(),
        aliases: z.array(z.string()).optional(),
      }),
    )
    .output(doneSchema),
  /** Puts siblings in the order given. */
  order: oc.input(z.object({ codes: z.array(z.string()).min(1) })).output(doneSchema),
  /** EX8a: `code` is the same unit as `same`; null parts it again. */
  same: oc.input(z.object({ code: z.string(), same: z.string().nullable() })).output(doneSchema),
  withdraw: oc.input(z.object({ code: z.string(), reason: z.string().default("") })).output(doneSchema),
};
