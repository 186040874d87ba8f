/** A workbook of the staged table with the bad cells red and a 原因 column, to be sent back to whoever made the list. */
import { word } from "#shared/translations/index.ts";
import type { CellLook, SheetColumn, SheetWriter } from "../exports/excel.ts";
import { fitted } from "../exports/layout.ts";
import { asWriteRefusal, putInPlace, takeAway, temporaryBeside } from "../exports/put-in-place.ts";
import type { Program } from "../program.ts";
import type { Item, StageState } from "./stage.ts";

/** Fields in the order of the file's own columns; those it has no column for are left out. */
const columnsOf = ({ file, frame }: StageState): { key: string; heading: string }[] => {
  const keys = new Set<string>();
  return file.reading.columns.flatMap(({ name, meaning }) => {
    const key = meaning === "extra" ? `extra.${name}` : meaning;
    if (keys.has(key) || (meaning !== "extra" && !frame.meanings.includes(meaning)) || meaning === "slot") return [];
    keys.add(key);
    return [{ key, heading: name }];
  });
};

const widthOf = (key: string): number => (["title", "measures", "progress"].includes(key) ? 40 : key === "no" ? 8 : 20);

/** Writes all lines, in their order; answers how many. @throws AppError `file-not-writable`, `disk-full` */
export const saveProblems = async (
  { store }: Program,
  stage: StageState,
  path: string,
): Promise<{ path: string; rows: number }> => {
  const { writeSheet } = await import("../exports/excel.ts");
  const said = (key: string, params = {}): string => word("zh-CN", key, params);
  const columns = columnsOf(stage);
  const sheetColumns: SheetColumn[] = [
    ...columns.map(({ key, heading }): SheetColumn => ({ heading, width: widthOf(key), look: "text" })),
    { heading: said("imports.marked.reason"), width: 50, look: "text" },
  ];
  const temporary = temporaryBeside(path, "xlsx");
  let writer: SheetWriter | undefined;
  try {
    writer = writeSheet(temporary, {
      sheetName: stage.file.reading.sheet.slice(0, 31) || "Sheet1",
      title: stage.file.fileName.replace(/\.[^.]*$/u, ""),
      left: "",
      right: store.today(),
      columns: sheetColumns,
      footer: said("exports.pages"),
      created: store.env.now(),
    });
    for (const item of stage.items.values()) {
      const { values, looks } = lineOf(stage, item, columns);
      writer.addRow(values, heightOf(values), looks);
      if (item.line % 500 === 0) await writer.drained();
    }
    await writer.finish();
    putInPlace(temporary, path);
    return { path, rows: stage.items.size };
  } catch (error) {
    await writer?.abandon();
    takeAway(temporary);
    throw asWriteRefusal(error, path);
  }
};

const lineOf = (
  { frame }: StageState,
  { row, problems }: Item,
  columns: readonly { key: string }[],
): { values: string[]; looks: (CellLook | undefined)[] } => {
  const cells = row ? frame.cells(row) : {};
  const bad = new Set(problems.map(({ field }) => field));
  const reasons = problems.map(({ code, params }) => word("zh-CN", `problems.${code}`, params));
  return {
    values: [...columns.map(({ key }) => fitted(cells[key] ?? "")), fitted(reasons.join("\n"))],
    looks: [...columns.map(({ key }) => (bad.has(key) ? "bad" : undefined)), reasons.length > 0 ? "bad" : undefined],
  };
};

/** In points: a line of text takes about 15. */
const heightOf = (values: readonly string[]): number =>
  Math.min(
    200,
    18 + 15 * Math.max(0, ...values.map((value) => Math.floor(value.length / 22) + value.split("\n").length - 1)),
  );
