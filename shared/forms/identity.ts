/**
 * Which form a file is: its hidden sheet says so, else the hidden cells of its rows, else the number that is printed
 * above the table. A copy of the visible cells alone is found by its unit and tasks (`match-form.ts`).
 */
import { z } from "zod";
import type { Workbook } from "../sheets/sheet.ts";

/** The name of the sheet that nobody sees. */
export const hiddenSheet = "liandong-form";

export const hiddenFactsSchema = z.object({
  form: z.string(),
  office: z.string(),
  officeName: z.string(),
  unit: z.string(),
  issuedOn: z.string(),
});
export type HiddenFacts = z.infer<typeof hiddenFactsSchema>;

export interface FormIdentity {
  /** What its hidden sheet says; null: it is gone, or not to be read. */
  readonly hidden: HiddenFacts | null;
  /** The form that most of its rows' hidden cells name. */
  readonly byRows: string | null;
  /** The number printed on it. */
  readonly printed: string | null;
}

/** What is printed of a form's id, for people to tell forms apart by. */
export const printedNumber = (form: string): string => form.slice(0, 8).toUpperCase();

const keyShape = /^form:([0-9a-z]{26})\/\d+$/u;
const printedShape = /(?:^|[^0-9A-Z])([0-9A-HJKMNP-TV-Z]{8})(?:$|[^0-9A-Z])/gu;

export const identityOf = (
  workbook: Workbook,
  head: readonly { readonly text: string }[],
  rows: readonly { readonly key: string }[],
): FormIdentity => {
  const counts = new Map<string, number>();
  for (const { key } of rows) {
    const form = keyShape.exec(key)?.[1];
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const printed = head.flatMap(({ text }) => [...text.matchAll(printedShape)].map(([, number]) => number ?? ""));
  return { hidden: hiddenFacts(workbook), byRows: most?.[0] ?? null, printed: printed[0] ?? null };
};

const hiddenFacts = ({ sheets }: Workbook): HiddenFacts | null => {
  const text = sheets.find(({ name }) => name === hiddenSheet)?.rows[0]?.cells[0]?.text;
  if (text === undefined) return null;
  try {
    const parsed = hiddenFactsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
