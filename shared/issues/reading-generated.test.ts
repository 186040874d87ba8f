/** Ledgers that nobody wrote by hand: columns in any order and wording, and whatever else may stand in a sheet. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "../errors.ts";
import { differences } from "../sheets/expected.ts";
import { sheetOf, workbookOf } from "../sheets/sheet-of.ts";
import { stateWords } from "./reading-states.ts";
import { readLedger } from "./reading.ts";

type Value = { readonly cell: string; readonly read: unknown };
type Column = { readonly key: string; readonly heads: readonly string[]; readonly values: fc.Arbitrary<Value> };

const plain = (prefix: string): fc.Arbitrary<Value> =>
  fc
    .option(fc.integer({ min: 1, max: 99 }), { nil: undefined })
    .map((n) => (n === undefined ? { cell: "/", read: null } : { cell: ` ${prefix}${n} `, read: `${prefix}${n}` }));

const oneOf = (...values: [string, unknown][]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values.map(([cell, read]) => ({ cell, read })));

const columns: readonly Column[] = [
  { key: "source", heads: ["来源", "问题来源", "反映渠道"], values: plain("热线") },
  { key: "place", heads: ["地点", "点位", "位置", "具体位置"], values: plain("路口") },
  {
    key: "unit",
    heads: ["整改责任单位", "责任单位\n（盖章）", "承办单位", "整改单位", "责任部门"],
    values: oneOf(
      ["A局", ["A局"]],
      ["A局、B局（含C科）", ["A局", "B局（含C科）"]],
      ["A局\nB局", ["A局", "B局"]],
      ["—", []],
    ),
  },
  { key: "leader", heads: ["责任领导", "分管领导", "包保领导"], values: plain("领导") },
  { key: "person", heads: ["责任人", "联系人", "经办人", "责任人及电话"], values: oneOf(["钱工", "钱工"], ["", null]) },
  {
    key: "phone",
    heads: ["联系电话", "电话", "手机"],
    values: oneOf(["0533-0000001", "0533-0000001"], ["13800001234", "13800001234"], ["/", null]),
  },
  { key: "measures", heads: ["整改措施", "措施内容", "拟办意见"], values: plain("措施") },
  {
    key: "limit",
    heads: ["整改时限", "完成时限", "办理时限", "截止日期"],
    values: oneOf(
      ["6月底前", { kind: "by", due: "2020-06-30" }],
      ["立行立改", { kind: "immediate" }],
      ["20200630", { kind: "date", due: "2020-06-30" }],
      ["", { kind: "unknown", text: "" }],
    ),
  },
  {
    key: "type",
    heads: ["整改类型", "问题类型"],
    values: oneOf(["立行立改", "immediate"], ["限期整改", "staged"], ["长期坚持", "ongoing"], ["", null]),
  },
  {
    key: "closedOn",
    heads: ["销号时间", "办结时间", "办结日期"],
    values: oneOf(["2020.6.30", "2020-06-30"], ["44012", "2020-06-30"], ["", null]),
  },
  { key: "note", heads: ["备注", "备 注"], values: plain("说明") },
  { key: "extra.审核", heads: ["审核"], values: oneOf(["已审", "已审"], ["", null]) },
];

const state: fc.Arbitrary<Value & { state: string }> = fc.constantFrom(
  ...stateWords.map(([word, means]) => ({ cell: word, read: word, state: means as string })),
  { cell: "", read: null, state: "in-progress" },
);

const head = (column: Column) => fc.constantFrom(...column.heads).map((name) => ({ column, name }));

const ledger = fc.shuffledSubarray([...columns], { minLength: 3 }).chain((chosen) =>
  fc.record({
    heads: fc.tuple(...chosen.map(head)),
    title: fc.constantFrom("问题", "问题描述", "存在问题", "问题概要", "意见建议", "反映内容", "主要问题"),
    stateHead: fc.constantFrom("状态", "整改状态", "完成情况", "整改情况", "办理状态"),
    rows: fc.array(fc.record({ cells: fc.tuple(...chosen.map((column) => column.values)), state }), {
      minLength: 1,
      maxLength: 8,
    }),
    titleRow: fc.boolean(),
  }),
);

describe("the reading of what a generator wrote gives back what it wrote", () => {
  it("columns in any order and wording", () => {
    fc.assert(
      fc.property(ledger, ({ heads, title, stateHead, rows, titleRow }) => {
        const sheet = [
          ...(titleRow ? [["2020年整改台账"]] : []),
          ["序号", title, ...heads.map(({ name }) => name), stateHead],
          ...rows.map((row, index) => [
            `${index + 1}．`,
            `问题${index + 1}`,
            ...row.cells.map(({ cell }) => cell),
            row.state.cell,
          ]),
        ];
        const expected = rows.map((row, index) => {
          const read: Record<string, unknown> = {
            row: index + 2 + (titleRow ? 1 : 0),
            no: String(index + 1),
            title: `问题${index + 1}`,
            state: row.state.state,
            stateText: row.state.read,
          };
          heads.forEach(({ column }, at) => {
            const value = row.cells[at]?.read;
            if (column.key.startsWith("extra."))
              Object.assign(read, value === null ? {} : { extra: { [column.key.slice(6)]: value } });
            else read[column.key] = value;
          });
          return read;
        });
        const reading = readLedger(workbookOf([sheetOf(sheet)]), { year: 2020 });
        expect(differences(expected, reading.rows)).toEqual([]);
        expect(reading.problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const words =
  "序号 存在问题 责任单位 整改措施 整改时限 状态 是否销号 完成情况 备注 1 2 １ 一 一、转办件 （一）水 合计 注：说明 填表人：张三 同上 / — 已完成 是 否 挂账 已完成，3台 6月底前 尽快 A局 张三13800001234 问题甲 44104".split(
    " ",
  );
const word = fc.constantFrom("", "", "", ...words);
const cells = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 14 });

describe("nothing is dropped silently, whatever the sheet", () => {
  it("never throws but a refusal, keeps the order, and accounts for every row", () => {
    let read = 0;
    fc.assert(
      fc.property(cells, cells, fc.boolean(), (rows, others, three) => {
        const sheets = [
          sheetOf([["序号", "存在问题", "责任单位", "整改措施", "整改时限", "状态", "是否销号"], ...rows], {
            name: "问题清单",
          }),
        ];
        if (three) sheets.push(sheetOf([["序号", "责任单位", "责任人", "整改措施"], ...others], { name: "责任清单" }));
        try {
          const reading = readLedger(workbookOf(sheets), { year: 2020 });
          read += 1;
          const { rows: all, items, merged, sections, notes, repeatedHeaders, blanks, listed } = reading.accounting;
          const numbers = reading.rows.map((row) => row.row);
          expect(all).toBe(items + merged + sections + notes + repeatedHeaders + blanks + listed);
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
          expect(reading.count).toBe(items);
          expect(
            reading.problems.filter((problem) => problem.field === "title" && problem.sheet === "问题清单").length,
          ).toBe(listed);
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(1000);
  });
});
