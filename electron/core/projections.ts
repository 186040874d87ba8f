/** How each kind of record becomes tables; whoever opens a store, or computes its tables anew, is given all of them. */
import { formProjection } from "./forms/projection.ts";
import { issueProjection } from "./issues/projection.ts";
import { factProjections } from "./store/facts.ts";
import type { Projection } from "./store/projection.ts";
import { taskProjection } from "./tasks/projection.ts";
import { unitProjection } from "./units/projection.ts";
import { urgingProjection } from "./urgings/projection.ts";

export const projections: readonly Projection[] = [
  unitProjection,
  taskProjection,
  issueProjection,
  formProjection,
  urgingProjection,
  ...factProjections,
];
