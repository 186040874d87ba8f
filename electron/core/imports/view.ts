/** A stage as the window sees it: the table found, columns, units, words, counts, and its lines page by page. */
import type { Stage, StageRow } from "#shared/imports/view.ts";
import type { Program } from "../program.ts";
import { importsKnownAs } from "./known.ts";
import { mayRevise } from "./likeness.ts";
import { comparedWith, type Compared } from "./revision.ts";
import { importable, isListed, type Item, type StageState } from "./stage.ts";
import { unitLines, unitMatching } from "./units.ts";

export const stageView = ({ store }: Program, stage: StageState): Stage => {
  const { file, frame } = stage;
  const { reading } = file;
  const items = [...stage.items.values()];
  return {
    stage: stage.id,
    capability: frame.capability,
    fileName: file.fileName,
    knownAs: importsKnownAs(store, file.hash, frame.capability),
    year: reading.year,
    yearFrom: yearFrom(items, reading.yearFrom),
    sheet: reading.sheet,
    sheets: reading.sheets.map(({ name, hidden, hasTable }) => ({ name, hidden, hasTable })),
    headerRows: { ...reading.headerRows },
    top: file.top.map(({ row, cells }) => ({ row, cells: [...cells] })),
    columns: reading.columns.map(({ index, name, meaning, sample }) => ({
      index,
      name,
      meaning,
      samples: [...(file.samples[String(index)] ?? (sample === "" ? [] : [sample]))],
    })),
    meanings: [...frame.meanings],
    count: importable(stage).length,
    problems: items.reduce((sum, { problems }) => sum + problems.length, 0),
    notices: reading.notices.map(({ code, params }) => ({ code, params: { ...params } })),
    accounting: accountingOf(stage),
    units: unitLines(stage, unitMatching(store)),
    stateWords: stateWords(stage),
    mayRevise: mayRevise(store, stage),
  };
};

/** The year has to be asked for only where a period wants one. */
const yearFrom = (items: readonly Item[], told: string): string => {
  if (told !== "none") return told;
  const wanted = items.some(({ problems }) => problems.some(({ code }) => code === "period-year-missing"));
  return wanted ? "none" : "text";
};

/** Every row below the header is one of these; what was put right has gone from the listed to the items. */
const accountingOf = (stage: StageState): Stage["accounting"] => {
  const { accounting } = stage.file.reading;
  const moved = importable(stage).length - accounting.items;
  return { ...accounting, items: accounting.items + moved, listed: accounting.listed - moved };
};

const stateWords = ({ file: { reading } }: StageState): Stage["stateWords"] =>
  "stateWords" in reading ? reading.stateWords.map((told) => ({ ...told })) : [];

type Only = StageRow["kind"] | "all" | "problems";

/** Lines of one kind, page by page, and how many there are of each. */
export const stageRows = (
  program: Program,
  stage: StageState,
  { only, offset, limit }: { only: Only; offset: number; limit: number },
): { rows: StageRow[]; counts: Record<string, number> } => {
  const compared = comparedWith(program.store, stage);
  const counts: Record<string, number> = { all: 0, problems: 0 };
  const count = (kind: string): void => void (counts[kind] = (counts[kind] ?? 0) + 1);
  const wanted: (Item | Compared["withdrawn"][number])[] = [];
  for (const item of stage.items.values()) {
    const kind = kindOf(item, compared);
    count("all");
    count(kind);
    if (item.problems.length > 0) count("problems");
    if (only === "all" || only === kind || (only === "problems" && item.problems.length > 0)) wanted.push(item);
  }
  for (const gone of compared.withdrawn) {
    count("all");
    count("withdrawn");
    if (only === "all" || only === "withdrawn") wanted.push(gone);
  }
  const rows = wanted
    .slice(offset, offset + limit)
    .map((line) => ("corrected" in line ? stageRow(stage, line, compared) : withdrawnRow(line)));
  return { rows, counts };
};

const kindOf = (item: Item, compared: Compared): StageRow["kind"] =>
  isListed(item) ? "listed" : (compared.of.get(item.key)?.kind ?? "new");

/** One line as it stands now. */
export const stageRow = (stage: StageState, item: Item, compared: Compared): StageRow => {
  const found = compared.of.get(item.key);
  return {
    row: item.line,
    sheet: item.sheet,
    kind: kindOf(item, compared),
    cells: item.row === null ? {} : stage.frame.cells(item.row),
    before: found && (found.kind === "changed" || found.perhaps?.accepted) ? found.before : {},
    problems: item.problems,
    corrected: [...item.corrected],
    perhaps: found?.perhaps ?? null,
  };
};

const withdrawnRow = ({ cells, sheet, line }: Compared["withdrawn"][number]): StageRow => ({
  row: line,
  sheet,
  kind: "withdrawn",
  cells,
  before: {},
  problems: [],
  corrected: [],
  perhaps: null,
});
