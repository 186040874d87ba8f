/** Every kind of record there is. A capability takes part in the store, and later in exchange, by standing here. */
import { importKind, mappingKind } from "../imports/record.ts";
import { campaignKind, templateKind } from "../campaigns/record.ts";
import { dispatchKind } from "../dispatch/record.ts";
import { formKind } from "../forms/record.ts";
import { issueMerging } from "../issues/merging.ts";
import { issueKind } from "../issues/record.ts";
import { officeKind, settingsKind } from "../system/settings.ts";
import { taskMerging } from "../tasks/merging.ts";
import { taskKind } from "../tasks/record.ts";
import { unitKind } from "../units/record.ts";
import { urgingMerging } from "../urgings/merging.ts";
import { urgingKind } from "../urgings/record.ts";
import type { RecordKind } from "./kinds.ts";

const kinds: readonly RecordKind[] = [
  unitKind,
  { ...taskKind, ...taskMerging },
  { ...issueKind, ...issueMerging },
  { ...urgingKind, ...urgingMerging },
  campaignKind,
  templateKind,
  dispatchKind,
  formKind,
  importKind,
  mappingKind,
  settingsKind,
  officeKind,
];

export const kindByName: ReadonlyMap<string, RecordKind> = new Map(kinds.map((kind) => [kind.kind, kind]));
