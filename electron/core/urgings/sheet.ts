/** The numbered sheet of an urging (督办单) as it is printed and handed over: one page, with a strip for the answer. */
import { type Language, word } from "#shared/translations/index.ts";
import type { Block, OfficialDocument } from "../documents/document.ts";
import { writeDocument } from "../documents/write.ts";
import { unitLookup } from "../units/lookup.ts";
import { assertOutside } from "../store/outside.ts";
import type { Store } from "../store/store.ts";
import { findUrging, type FoundUrging } from "./find.ts";
import { issuerName } from "./issuer.ts";

/**
 * Sheets of several go into one file, a page each.
 * @throws AppError `not-found`, `inside-data-folder`, `disk-full`, `file-not-writable`
 */
export const writeSheets = async (
  store: Store,
  { ids, path, language }: { readonly ids: readonly string[]; readonly path: string; readonly language: Language },
): Promise<{ path: string; bytes: number }> => {
  assertOutside(store.folder, path);
  return await writeDocument(
    path,
    ids.map((id) => urgingSheet(store, findUrging(store, id), language)),
  );
};

/** Heights of rows in mm, so that sheet and strip fill a page. */
const heights = { line: 12, text: 38, answer: 36 } as const;

export const urgingSheet = (store: Store, urging: FoundUrging, language: Language): OfficialDocument => {
  const { shown } = unitLookup(store.db);
  const { year, no, unit, taskNo, title, text, limit, owner, issuedOn, standing } = urging;
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    word(language, `urgings.sheet.${key}`, params);
  const matter = taskNo === "" ? title : say("matterOf", { no: taskNo, title });
  return {
    title: say("title"),
    language,
    blocks: [
      {
        kind: "paragraph",
        place: "right",
        text: say("number", { number: word(language, "documents.bracketed", { year, no }) }),
      },
      fields([
        { label: say("unit"), value: shown(unit), height: heights.line },
        ...(title === "" ? [] : [{ label: say("matter"), value: matter, height: heights.line }]),
        { label: say("text"), value: text, height: heights.text },
        { label: say("limit"), value: limit.text, height: heights.line },
      ]),
      { kind: "signature", office: issuerName(store, owner), date: issuedOn },
      { kind: "blank" },
      { kind: "paragraph", place: "centre", text: say("cut") },
      fields([
        { label: say("reply"), value: standing.answer, height: heights.answer },
        { label: say("signed"), value: "", height: heights.line },
      ]),
    ],
  };
};

interface Line {
  readonly label: string;
  readonly value: string;
  readonly height: number;
}

/** Words on the left and what is filled in beside them. */
const fields = (lines: readonly Line[]): Block => ({
  kind: "table",
  plain: true,
  columns: [
    { heading: "", share: 1, label: true },
    { heading: "", share: 4 },
  ],
  rows: lines.map(({ label, value }) => [label, value]),
  rowHeights: lines.map(({ height }) => height),
});
