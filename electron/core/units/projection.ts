/** Units as they stand, from their units of merge. */
import type { z } from "zod";
import type { Life } from "#shared/store/life.ts";
import { unitKind } from "#shared/units/record.ts";
import { rematchUnits } from "../list/mentions.ts";
import type { Columns, Projection } from "../store/projection.ts";
import { refreshAssigned } from "../tasks/projection.ts";
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
    refreshAssigned(context);
  },
};
