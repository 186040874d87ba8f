import { describe, expect, it } from "vitest";
import { sheetOf, workbookOf } from "../sheets/sheet-of.ts";
import type { Entry, SheetParts } from "../sheets/sheet-of.ts";
import type { LedgerReadingOptions } from "./reading.ts";
import { readLedger } from "./reading.ts";
import { splitPerson } from "./reading-person.ts";
import { stateOfWord } from "./reading-states.ts";

const rowsOf = (text: string): Entry[][] =>
  text
    .replace(/^\n|\n\s*$/gu, "")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("\\n", "\n")));

const read = (text: string, parts: SheetParts = {}, options: LedgerReadingOptions = { year: 2020 }) =>
  readLedger(workbookOf([sheetOf(rowsOf(text), parts)]), options);

/** One problem with these columns beside number, title and unit. */
const one = (columns: string, values: string, options?: LedgerReadingOptions) => {
  const reading = read(`序号|问题|责任单位|${columns}\n1|甲|A局|${values}`, {}, options);
  return { row: reading.rows[0], problems: reading.problems };
};

describe("Columns by meaning", () => {
  it.each([
    [
      "序号|存在问题|问题来源|具体位置|承办单位|分管领导|联络员|电话|整改举措|办理时限|整改类型|整改进展|状态|办结日期|备注",
      "no title source place unit leader person phone measures limit type progress state closedOn note",
    ],
    [
      "问题编号|反映内容|来源|点位|整改单位|包保领导|经办人|联系方式|拟办意见|截止日期|问题类型|办理情况|是否销号|销号时间|备注",
      "no title source place unit leader person phone measures limit type progress state closedOn note",
    ],
    [
      "工单编号|问题描述|反映渠道|地点|责任部门|责任领导及电话|责任人及联系电话|手机号|措施内容|整改期限|整改类别|完成情况|是否完成|验收时间|说明",
      "no title source place unit leader person phone measures limit type progress state closedOn note",
    ],
  ])("%s", (header, meanings) => {
    const values = header
      .split("|")
      .map((_, index) => (index === 0 ? "1" : `值${index}`))
      .join("|");
    expect(
      read(`${header}\n${values}`)
        .columns.map((column) => column.meaning)
        .join(" "),
    ).toBe(meanings);
  });

  it("heads in two lines without merges: the head above decides where the lowest says nothing alone", () => {
    const reading = read(`
序号|问题描述|责任单位||责任领导||责任人||整改情况||
||牵头单位|配合单位|姓名|职务|姓名|电话|完成情况|是否销号|销号时间
1|甲|A局|B局|王|局长|张|13800001234|装3台|是|2020.6.30`);
    expect(reading.headerRows).toEqual({ from: 1, to: 2 });
    expect(reading.rows).toMatchObject([
      {
        unit: ["A局"],
        leader: "王",
        person: "张",
        phone: "13800001234",
        progress: "装3台",
        state: "closed",
        closedOn: "2020-06-30",
        extra: { 配合单位: "B局", 职务: "局长" },
      },
    ]);
  });

  it("Others are kept under their own names", () => {
    expect(one("审核情况|退回次数", "已审|2").row?.extra).toEqual({ 审核情况: "已审", 退回次数: "2" });
  });
});

describe("State: status words that mean it, the original stays in stateText", () => {
  it.each([
    ["registered", "待下发 待交办 待派 草稿"],
    ["handed-over", "未启动 待整改 未整改 待确认 已派 已交办"],
    [
      "in-progress",
      "整改中 正在整改 正在推进 正在有序推进 进行中 部分整改 基本完成 未完成 处置中 被驳回 持续整改 长期坚持",
    ],
    ["awaiting", "已完成 已整改 整改完成 已提交报告 待验收 待审核 待销号 待核验"],
    ["closed", "已销号 已办结 已验收 办结销号"],
  ])("%s: %s", (state, words) => {
    for (const word of words.split(" ")) {
      expect(stateOfWord(word)).toBe(state);
      expect(one("整改状态", ` ${word} `).row).toMatchObject({ state, stateText: word });
      expect(one("完成情况", word).row).toMatchObject({ state, stateText: word });
      expect(one("完成情况", word).row?.progress).toBeUndefined();
    }
  });

  it("no status at all is in-progress", () => {
    const { row, problems } = one("整改状态", "");
    expect(row).toMatchObject({ state: "in-progress" });
    expect(row?.stateText).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it.each<[string, string, string, string, string | undefined]>([
    ["是否销号", "是", "closed", "是", undefined],
    ["是否销号", "否", "in-progress", "否", undefined],
    ["是否完成", "是", "awaiting", "是", undefined],
    ["是否完成", "否", "in-progress", "否", undefined],
    ["完成情况|是否销号", "已完成|否", "awaiting", "已完成", undefined],
    ["完成情况|是否销号", "未完成|否", "in-progress", "未完成", undefined],
    ["完成情况|是否销号", "已完成|是", "closed", "是", undefined],
    ["整改情况|是否销号", "已清运12吨|否", "in-progress", "否", "已清运12吨"],
    ["整改情况|是否销号", "已完成，更换3台|否", "awaiting", "已完成", "已完成，更换3台"],
    ["整改情况|状态", "更换管道|待验收", "awaiting", "待验收", "更换管道"],
    ["整改情况|状态", "已完成：更换管道|整改中", "awaiting", "已完成", "已完成：更换管道"],
    ["状态|是否完成", "未启动|否", "in-progress", "否", undefined],
    ["状态|是否完成", "待验收|否", "awaiting", "待验收", undefined],
    ["进展情况", "已完成整改3处", "in-progress", "", "已完成整改3处"],
  ])("%s: %s", (columns, values, state, stateText, progress) => {
    const { row } = one(columns, values);
    expect([row?.state, row?.stateText ?? "", row?.progress]).toEqual([state, stateText, progress]);
  });

  it("A status word that the table lacks: in-progress, stateText as written, a problem on `state`", () => {
    const { row, problems } = one("整改状态", "挂账");
    expect(row).toMatchObject({ state: "in-progress", stateText: "挂账" });
    expect(problems).toMatchObject([{ row: 2, column: 3, field: "state", code: "state-unknown" }]);
  });

  it("the preview lets each be mapped otherwise", () => {
    const { row, problems } = one("整改状态", "挂账", { year: 2020, states: { 挂账: "handed-over" } });
    expect(row).toMatchObject({ state: "handed-over", stateText: "挂账" });
    expect(problems).toEqual([]);
  });
});

describe("Monthly columns", () => {
  it("the last that is not blank in the order of months is `progress`; the others are kept under their own names", () => {
    const { row } = one("1月整改情况|2月整改情况|3月整改情况|4月整改情况", "约谈|签订协议|/|—");
    expect(row).toMatchObject({ progress: "签订协议", extra: { "1月整改情况": "约谈" }, state: "in-progress" });
  });

  it("whatever order they stand in", () => {
    expect(one("9月进展|8月进展|7月进展", "|乙|甲").row).toMatchObject({ progress: "乙", extra: { "7月进展": "甲" } });
    expect(one("11月进展|12月进展|1月进展", "甲|乙|丙").row).toMatchObject({ progress: "丙" });
  });

  it("整改进展情况 over 7月份 …", () => {
    const reading = read(
      `
序号|存在问题|责任单位|整改进展情况||
|||7月份|8月份|9月份
1|甲|A局|约谈|已完成，装3台|`,
      { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1"] },
    );
    expect(reading.rows[0]).toMatchObject({ progress: "已完成，装3台", state: "awaiting", extra: { "7月份": "约谈" } });
  });
});

describe("Persons and telephones", () => {
  it.each([
    ["钱工\n0533-0000001", "钱工", "0533-0000001"],
    ["孙工 13800001234", "孙工", "13800001234"],
    ["孙工13800001234", "孙工", "13800001234"],
    ["孙工（13800001234）", "孙工", "13800001234"],
    ["孙工（0533-2345678）", "孙工", "0533-2345678"],
    ["孙工 （0533）2345678", "孙工", "（0533）2345678"],
    ["孙工，电话：0533-2345678", "孙工", "0533-2345678"],
    ["孙工 ０５３３－２３４５６７８", "孙工", "0533-2345678"],
    ["王五、赵六\n13800001234、13900001234", "王五、赵六", "13800001234、13900001234"],
    ["王五 13800001234\n赵六 13900001234", "王五、赵六", "13800001234、13900001234"],
    ["李工", "李工", ""],
    ["第3科室", "第3科室", ""],
  ])("%j", (text, person, phone) => {
    expect(splitPerson(text)).toEqual({ person, phone });
  });

  it("联系电话/电话/手机 is `phone`, in full", () => {
    expect(one("责任人|手机", "李工|13800001234").row).toMatchObject({ person: "李工", phone: "13800001234" });
  });
});

describe("Types, closedOn, sections, numbers", () => {
  it.each([
    ["立行立改", "immediate"],
    ["限期整改", "staged"],
    ["分阶段整改", "staged"],
    ["持续整改", "ongoing"],
    ["长期坚持", "ongoing"],
  ])("%s → %s", (word, type) => {
    expect(one("整改类型", word).row?.type).toBe(type);
  });

  it("问题类型 that names no types is a class of its own", () => {
    const { row, problems } = one("问题类型", "大气");
    expect(row).toMatchObject({ extra: { 问题类型: "大气" } });
    expect(problems).toEqual([]);
  });

  it.each(["2020年6月30日", "2020.6.30", "2020/6/30", "20200630", "2020-06-30", "6月30日", "44012"])(
    "closedOn is an ISO date in any writing of the grammar: %s",
    (text) => {
      expect(one("状态|销号时间", `已销号|${text}`).row?.closedOn).toBe("2020-06-30");
    },
  );

  it("Without a source column, a section that ends in words for a source gives `source` too, without its number", () => {
    const reading = read(`
序号|问题|责任单位
一、12345热线转办件||
1|甲|A局
（二）视察交办问题||
1|乙|A局
第三部分 大气污染||
1|丙|A局`);
    expect(reading.rows.map((row) => row.source)).toEqual(["12345热线转办件", "视察交办问题", undefined]);
    expect(reading.problems).toEqual([]);
  });

  it("A number that occurs twice within one section is imported both times, with a problem on the later row's `no`", () => {
    const reading = read(`序号|问题|责任单位\n1|甲|A局\n１.|乙|A局`);
    expect(reading.count).toBe(2);
    expect(reading.problems).toMatchObject([
      { row: 3, column: 0, field: "no", code: "number-twice", params: { no: "1", first: 2 } },
    ]);
  });

  it("One problem merged over several measure rows is one problem, its measures joined by line breaks", () => {
    const text = `序号|问题|责任单位|整改措施|状态\n1|甲|A局|m1|已完成\n||B局|m2|整改中\n2|乙|A局|m3|`;
    for (const merges of [["A2:A3", "B2:B3"], []]) {
      const reading = read(text, { merges });
      expect(reading.rows).toMatchObject([
        { no: "1", measures: "m1\nm2", unit: ["A局", "B局"], state: "in-progress", stateText: "整改中" },
        { no: "2", measures: "m3" },
      ]);
      expect(reading.problems).toEqual([]);
      expect(reading.accounting).toMatchObject({ rows: 3, items: 2, merged: 1 });
    }
  });

  it("A limit of its own in a further measure row is told, since nothing is dropped silently", () => {
    const text = `序号|问题|整改措施|整改时限\n1|甲|m1|6月\n||m2|8月\n||m3|6月\n||m4|`;
    const reading = read(text, { merges: ["A2:A5", "B2:B5"] });
    expect(reading.rows).toMatchObject([{ measures: "m1\nm2\nm3\nm4", limit: { text: "6月" } }]);
    expect(reading.problems).toMatchObject([
      { row: 2, field: "limit", code: "limit-beside", params: { text: "6月", row: 3, other: "8月" } },
    ]);
  });
});

describe("The three lists are one ledger, joined by number", () => {
  const book = workbookOf([
    sheetOf(
      rowsOf(`附件3\n××局整改清单\n序号|整改措施|整改时限|完成情况\n1|a|3月|已完成\n|b||\n2|c|5月|正在装\n9|z||`),
      { name: "Sheet3", merges: ["A4:A5"] },
    ),
    sheetOf(rowsOf(`××局责任清单\n序号|责任单位|责任人及电话\n1.|A局|张三 13800001234\n１|B局|\n2、|C局|李四`), {
      name: "责任",
    }),
    sheetOf(rowsOf(`附件1\n××局问题清单（2021年）\n序号|存在问题\n1|甲\n2|乙\n3|丙`), { name: "Sheet1" }),
  ]);

  it("known by its sheet's name or title; each row has what any of the three says, `row` being that of the problem list", () => {
    const reading = readLedger(book);
    expect(reading.rows).toMatchObject([
      {
        row: 4,
        no: "1",
        title: "甲",
        unit: ["A局", "B局"],
        person: "张三",
        phone: "13800001234",
        measures: "a\nb",
        state: "awaiting",
        limit: { due: "2021-03-31" },
      },
      {
        row: 5,
        no: "2",
        title: "乙",
        unit: ["C局"],
        person: "李四",
        measures: "c",
        progress: "正在装",
        state: "in-progress",
      },
      { row: 6, no: "3", title: "丙", unit: [], state: "in-progress" },
    ]);
  });

  it("A number in one list only is a problem on its row, `no`, with the sheet's name", () => {
    expect(readLedger(book).problems).toMatchObject([
      { row: 6, field: "no", sheet: "Sheet1", code: "number-in-one-list" },
      { row: 7, field: "no", sheet: "Sheet3", code: "number-not-in-problem-list" },
    ]);
  });
});
