/** The readers by capability, each loaded when it is needed, and what all readings have in common for the importer frame. */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { StageOptions } from "#shared/imports/view.ts";
import type { LedgerReading } from "#shared/issues/reading.ts";
import type { Workbook } from "#shared/sheets/sheet.ts";
import type { TaskListReading } from "#shared/tasks/reading.ts";

export type ListReading = TaskListReading | LedgerReading;
export type ListRow = ListReading["rows"][number];
export type Reader = (workbook: Workbook, options: StageOptions) => ListReading;

export const readers: { readonly [Capability in ImportCapability]: () => Promise<Reader> } = {
  tasks: async () => (await import("#shared/tasks/reading.ts")).readTaskList,
  issues: async () => (await import("#shared/issues/reading.ts")).readLedger,
};
