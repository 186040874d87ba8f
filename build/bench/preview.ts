/** What a preview costs: opening and reading a task list of 5,000 rows, against SheetJS's bare read of the same file. */
import * as XLSX from "@e965/xlsx";
import { openWorkbook } from "#core/sheets/open.ts";
import { readTaskList } from "#shared/tasks/reading.ts";
import { alternately, type BenchLine, medianTime } from "./line.ts";

const periods = [
  "4月10日前",
  "5月上旬",
  "5月19日至20日",
  "每月25日前",
  "10月底前",
  "三季度",
  "长期坚持",
  "立行立改",
  "2020年12月31日前",
  "上半年",
];
const units = ["市生态环境局", "市住房城乡建设局、市城市管理局", "各区县人大常委会", "市公安局；市交通运输局"];

const listOf = (rows: number): Uint8Array => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["2020年向污染宣战重点任务清单"],
    ["序号", "工作任务", "具体措施", "牵头单位", "责任单位", "配合单位", "完成时限", "备注"],
    ...Array.from({ length: rows }, (_, index) => [
      index + 1,
      `第${index + 1}项：孝妇河断面水质达标攻坚与入河排污口整治`,
      "排查溯源、建立清单，逐一销号并开展回头看",
      units[index % 4],
      units[(index + 1) % 4],
      index % 3 === 0 ? units[(index + 2) % 4] : "",
      periods[index % periods.length],
      index % 7 === 0 ? "分级落实" : "",
    ]),
  ]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 7 } }];
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, "清单");
  return XLSX.write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Uint8Array;
};

export const previewBench = async (): Promise<BenchLine[]> => {
  const rows = 5000;
  const bytes = listOf(rows);
  const read = (from: Uint8Array): number => readTaskList(openWorkbook(from, "清单.xlsx"), { year: 2020 }).rows.length;
  if (read(bytes) !== rows) throw new Error(`the list of ${rows} rows was read as ${read(bytes)}`);
  const took = await alternately(
    () => read(bytes),
    () => XLSX.read(bytes),
    7,
  );
  const more = listOf(rows * 4);
  const slope = (await medianTime(() => read(more), 3)) / took.ours;
  return [
    {
      name: `preview of a ${rows}-row list`,
      ...took,
      against: "SheetJS's bare read of the same file",
      goal: 1.5,
      slope,
    },
  ];
};
