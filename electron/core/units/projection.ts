/** Units as they stand, from their units of merge. */
import type { z } from "zod";
import type { Life } from "#shared/store/life.ts";
import { unitKind } from "#shared/units/record.ts";
import { issueProjection } from "../issues/projection.ts";
import { rematchUnits } from "../list/mentions.ts";
import type { Columns, Finishing, Projection } from "../store/projection.ts";
import { taskProjection } from "../tasks/projection.ts";
import { urgingProjection } from "../urgings/projection.ts";
import { unitLookup, unitsChanged } from "./lookup.ts";

type Values = { [Unit in keyof typeof unitKind.units]: z.infer<(typeof unitKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  code: (code) => ({ code }),
  name: ({ name, aliases }) => ({ name, aliases: JSON.stringify(aliases) }),
  place: ({ kind, tier, parent }) => ({ kind, tier, parent }),
  order: (order) => ({ place: order }),
  sameAs: (sameAs) => ({ same_as: sameAs }),
  life: ({ state, reason }: Life) => ({ life: state, life_reason: reason ?? null }),
};

export const unitProjection: Projection = {
  kind: "unit",
  table: "units",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (_rids, context) => {
    unitsChanged(context.db);
    rematchUnits(context.db, unitLookup(context.db));
    finishAnew(context, taskProjection);
    finishAnew(context, issueProjection);
    finishAnew(context, urgingProjection);
  },
};

/**
 * Records that are assigned to units, or name them by their codes, are finished anew: units that are joined have one
 * standing (EX8a), and what is shown by a unit's name is found by it.
 */
const finishAnew = (context: Finishing, { kind, finish }: Projection): void => {
  const rids = context.db
    .prepare(
      `SELECT DISTINCT rid FROM mentions JOIN records USING (rid)
       WHERE kind = ? AND (role = 'assigned' OR text IN (SELECT code FROM units))`,
    )
    .pluck()
    .all(kind) as number[];
  finish?.(rids, { ...context, isNew: () => false });
};
