/** The records of an office that somebody works on, and changes of them. */
import type { RecordView, SimulatedChange, SimulatedOffice } from "./office.ts";

export const day = "2020-05-19";

export const kinds = ["task", "issue", "unit"] as const;

export const nth = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
export interface Intent {
  readonly action: string;
  readonly changes: readonly SimulatedChange[];
}

export interface Found {
  readonly record: string;
  readonly view: RecordView;
}

/** A record of the office that can be worked on: tasks and issues mostly, units now and then. */
export const find = async (
  office: SimulatedOffice,
  index: number,
  among: readonly string[] = kinds,
): Promise<Found | null> => {
  const kind =
    among.length === 3 ? (index % 7 === 0 ? "unit" : index % 2 === 0 ? "task" : "issue") : among[index % among.length];
  const record = nth(await office.records(kind ?? "task"), index >> 1);
  if (record === undefined) return null;
  const view = await office.view(record);
  return view?.whole ? { record, view } : null;
};

export const change = ({ record, view }: Found, unit: string, value: unknown): SimulatedChange => ({
  record,
  kind: view.kind,
  unit,
  value,
});
