import {
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from "docx";
import { expect, test } from "vitest";
import { readLedger } from "#shared/issues/reading.ts";
import { readTaskList } from "#shared/tasks/reading.ts";
import { openWorkbook } from "../open.ts";

const cell = (text: string, more: object = {}): TableCell =>
  new TableCell({ children: text.split("\n").map((line) => new Paragraph(line)), ...more });
const row = (texts: readonly string[], more: object = {}): TableRow =>
  new TableRow({ children: texts.map((text) => cell(text)), ...more });
const table = (rows: TableRow[]): Table => new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
const head = ["序号", "工作任务", "责任单位", "完成时限"];

const opened = async (children: (Paragraph | Table)[], numbering = {}, fileName = "清单.docx") => {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }], ...numbering }));
  return openWorkbook(bytes, fileName);
};
const read = async (...args: Parameters<typeof opened>) => readTaskList(await opened(...args));
const shortOf = ({ rows }: Awaited<ReturnType<typeof read>>) =>
  rows.map(({ no, title, lead, responsible, period, section }) =>
    [no ?? "", title, [...lead, ...responsible].join("、"), period.text, section ?? ""].join("|"),
  );

test("a table in Word is a list: the title above tells the year, notes below are none of its items", async () => {
  const reading = await read([
    new Paragraph("附件1"),
    new Paragraph("2020年生态环境联动任务清单"),
    table([
      row(head),
      row(["1", "巡查孝妇河", "市生态环境局、各区县人大常委会", "6月底前"]),
      row(["2", "整治餐饮油烟", "市城管局", "9月"]),
    ]),
    new Paragraph("注：各区县于每月5日前反馈。"),
  ]);
  expect(reading.year).toBe(2020);
  expect(shortOf(reading)).toEqual([
    "1|巡查孝妇河|市生态环境局、各区县人大常委会|6月底前|",
    "2|整治餐饮油烟|市城管局|9月|",
  ]);
  expect(reading.rows[0]?.period.due).toBe("2020-06-30");
  expect(reading.problems).toEqual([]);
});

test("merged cells: a title merged over several measures gives an item for each, a row merged across is a section", async () => {
  const reading = await read([
    table([
      row(["序号", "工作任务", "具体措施", "责任单位", "完成时限"]),
      new TableRow({ children: [cell("一、大气污染", { columnSpan: 5 })] }),
      new TableRow({
        children: [
          cell("1", { verticalMerge: VerticalMergeType.RESTART }),
          cell("整治扬尘", { verticalMerge: VerticalMergeType.RESTART }),
          cell("排查工地"),
          cell("市住建局", { verticalMerge: VerticalMergeType.RESTART }),
          cell("2020年5月底前"),
        ],
      }),
      new TableRow({
        children: [
          cell("", { verticalMerge: VerticalMergeType.CONTINUE }),
          cell("", { verticalMerge: VerticalMergeType.CONTINUE }),
          cell("逐个整改"),
          cell("", { verticalMerge: VerticalMergeType.CONTINUE }),
          cell("2020年8月底前"),
        ],
      }),
    ]),
  ]);
  expect(
    reading.rows.map(({ no, title, measures, lead, period, section }) => [
      no,
      title,
      measures,
      lead,
      period.due,
      section,
    ]),
  ).toEqual([
    ["1", "整治扬尘", "排查工地", ["市住建局"], "2020-05-31", "一、大气污染"],
    ["1", "整治扬尘", "逐个整改", ["市住建局"], "2020-08-31", "一、大气污染"],
  ]);
});

test("a table split over pages is one list, with its header repeated or not", async () => {
  const again = await read([
    new Paragraph("2020年任务清单"),
    table([row(head), row(["1", "甲", "市公安局", "6月"])]),
    new Paragraph("（续表）"),
    table([row(head), row(["2", "乙", "市公安局", "7月"])]),
    new Paragraph(""),
    table([row(["3", "丙", "市公安局", "8月"])]),
  ]);
  expect(shortOf(again)).toEqual(["1|甲|市公安局|6月|", "2|乙|市公安局|7月|", "3|丙|市公安局|8月|"]);
  expect(again.accounting).toMatchObject({ items: 3, repeatedHeaders: 1, listed: 0 });
});

test("tables under headings of their own are one list with sections; tables of other columns are sheets to choose from", async () => {
  const workbook = await opened([
    new Paragraph("2020年任务清单"),
    new Paragraph("一、大气"),
    table([row(head), row(["1", "甲", "市公安局", "6月"])]),
    new Paragraph("二、水"),
    table([row(head), row(["2", "乙", "市水利局", "7月"])]),
    new Paragraph("附：联系人"),
    table([row(["姓名", "电话"]), row(["张三", "2180000"])]),
  ]);
  const reading = readTaskList(workbook);
  expect(shortOf(reading)).toEqual(["1|甲|市公安局|6月|一、大气", "2|乙|市水利局|7月|二、水"]);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["表1", "表2"]);
});

test("numbers that Word counts by itself stand in the number column", async () => {
  const numbered = (): TableCell =>
    new TableCell({ children: [new Paragraph({ text: "", numbering: { reference: "counted", level: 0 } })] });
  const rows = ["甲", "乙"].map(
    (title) => new TableRow({ children: [numbered(), cell(title), cell("市公安局"), cell("2020年6月")] }),
  );
  const reading = await read([table([row(head), ...rows])], {
    numbering: { config: [{ reference: "counted", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }] },
  });
  expect(reading.rows.map(({ no, title }) => [no, title])).toEqual([
    ["1", "甲"],
    ["2", "乙"],
  ]);
});

test("a text of task paragraphs with units in trailing brackets is a list: headings are sections, the first sentence the title", async () => {
  const workbook = await opened([
    new Paragraph("2020年“向污染宣战”联动任务"),
    new Paragraph("为贯彻落实市人大常委会部署，制定如下任务。"),
    new Paragraph("一、打好蓝天保卫战"),
    new Paragraph(
      "1.开展餐饮油烟整治。对城区餐饮单位逐户排查，限期整改（到位）。（牵头单位：市城管局；责任单位：各区县人大常委会；配合单位：市生态环境局、各镇（街道）；完成时限：6月底前）",
    ),
    new Paragraph("2.严查渣土车辆（市公安局牵头，市交通运输局、市住建局配合）。"),
    new Paragraph("二、打好碧水保卫战"),
    new Paragraph("3、巡查孝妇河、范阳河（市水利局、市生态环境局）（完成时限：每月5日前）"),
    new Paragraph("（一）整治入河排污口"),
    new Paragraph("对排污口建档立卡。（责任单位：市生态环境局。完成时限：2020年10月底前）"),
    new Paragraph("三、工作要求"),
    new Paragraph("各单位要加强领导，压实责任。"),
  ]);
  const reading = readTaskList(workbook);
  expect(
    reading.rows.map(({ no, title, measures, lead, responsible, support, period, section }) => ({
      no,
      title,
      measures,
      lead,
      responsible,
      support,
      due: period.due ?? period.text,
      section,
    })),
  ).toEqual([
    {
      no: "1",
      title: "开展餐饮油烟整治",
      measures: "对城区餐饮单位逐户排查，限期整改（到位）。",
      lead: ["市城管局"],
      responsible: ["各区县人大常委会"],
      support: ["市生态环境局", "各镇（街道）"],
      due: "2020-06-30",
      section: "一、打好蓝天保卫战",
    },
    {
      no: "2",
      title: "严查渣土车辆",
      measures: undefined,
      lead: ["市公安局"],
      responsible: [],
      support: ["市交通运输局", "市住建局"],
      due: "",
      section: "一、打好蓝天保卫战",
    },
    {
      no: "3",
      title: "巡查孝妇河、范阳河",
      measures: undefined,
      lead: ["市水利局"],
      responsible: ["市生态环境局"],
      support: [],
      due: "每月5日前",
      section: "二、打好碧水保卫战",
    },
    {
      no: "一",
      title: "整治入河排污口",
      measures: "对排污口建档立卡。",
      lead: [],
      responsible: ["市生态环境局"],
      support: [],
      due: "2020-10-31",
      section: "二、打好碧水保卫战",
    },
  ]);
  expect(reading.notices).toContainEqual({ code: "text-passed", params: { count: 2, sheet: "正文" } });
});

test("what was struck out under tracked changes and hidden text are not read", async () => {
  const { rows } = await read([
    table([
      row(head),
      new TableRow({
        children: [
          cell("1"),
          new TableCell({
            children: [
              new Paragraph({
                children: [new TextRun("巡查"), new TextRun({ text: "（内部）", vanish: true }), new TextRun("河道")],
              }),
            ],
          }),
          cell("市水利局"),
          cell("2020年6月"),
        ],
      }),
    ]),
  ]);
  expect(rows[0]?.title).toBe("巡查河道");
});

test("a ledger in Word reads through the same frame", async () => {
  const workbook = await opened([
    new Paragraph("2020年整改台账"),
    table([
      row(["序号", "存在问题", "责任单位", "整改时限", "整改情况"]),
      row(["1", "河道有垃圾", "市水利局", "6月底前", "已整改"]),
    ]),
  ]);
  expect(readLedger(workbook).rows).toMatchObject([{ no: "1", title: "河道有垃圾" }]);
});

test("nothing is dropped silently: a table within a cell stands in what the item says", async () => {
  const measures = new TableCell({
    children: [new Paragraph("分工如下"), table([row(["上游", "高新区"]), row(["下游", "张店区"])]), new Paragraph("")],
  });
  const reading = await read([
    table([
      row(["序号", "工作任务", "具体措施", "责任单位", "完成时限"]),
      new TableRow({ children: [cell("1"), cell("巡河"), measures, cell("市水利局"), cell("6月底前")] }),
    ]),
  ]);
  expect(reading.rows.map(({ measures: said }) => said)).toEqual(["分工如下\n上游 高新区\n下游 张店区"]);
});
