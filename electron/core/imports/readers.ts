/** The readers by capability, each loaded when it is needed, and what all readings have in common for the importer frame. */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { StageOptions } from "#shared/imports/view.ts";
import type { IssueLedgerReading } from "#shared/issues/reading.ts";
import type { Workbook } from "#shared/sheets/sheet.ts";
import type { TaskListReading } from "#shared/tasks/reading.ts";

export type ListReading = TaskListReading | IssueLedgerReading;
export type ListRow = ListReading["rows"][number];
/** What the person told about reading the file; `states`: status word → state. */
export interface ReadOptions extends StageOptions {
  readonly states?: Readonly<Record<string, string>>;
}
export type Reader = (workbook: Workbook, options: ReadOptions) => ListReading;

export const readers: { readonly [Capability in ImportCapability]: () => Promise<Reader> } = {
  tasks: async () => (await import("#shared/tasks/reading.ts")).readTaskList,
  issues: async () => (await import("#shared/issues/reading.ts")).readLedger,
};
