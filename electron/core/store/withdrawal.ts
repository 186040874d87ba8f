/** Taking a record out of what counts: it stays visible with its reason (EX8). */
import type { ChangeInput } from "./commit.ts";

export const withdrawal = (record: string, kind: string, reason: string): ChangeInput => ({
  record,
  kind,
  unit: "life",
  value: { state: "withdrawn", reason },
});
