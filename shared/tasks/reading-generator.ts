/** Lists that nobody wrote by hand, for tests: made in many wordings and layouts, and what each of them says is known. */
import fc from "fast-check";

type Measure = {
  text: string;
  lead: string[];
  responsible: string[];
  support: string[];
  period: string;
  due: string;
  note: string;
};
type Item = { title: string; measures: Measure[] };
type Section = { name: string; items: Item[] };

export type Plan = {
  sections: Section[];
  /** Heads, by meaning. */
  heads: Record<"no" | "title" | "measures" | "lead" | "responsible" | "support" | "period" | "note" | "group", string>;
  layout: {
    title: boolean;
    reporter: boolean;
    twoRows: boolean;
    mergedDown: boolean;
    notes: boolean;
    total: boolean;
    blankBefore: number;
    repeatHeader: boolean;
    separator: string;
    ditto: boolean;
    fullWidth: boolean;
    extraFirst: boolean;
  };
};

const name = (prefix: string) => fc.integer({ min: 1, max: 999 }).map((n) => `${prefix}第${n}项`);
const units = fc.subarray([
  "市人大城环委",
  "市生态环境局",
  "各镇（街道、开发区）",
  "张店区人大",
  "区直各部门",
  "市公安局",
]);
const period = fc.constantFrom(
  ["4月10日前", "2020-04-10"],
  ["2020年底前，并长期坚持", "2020-12-31"],
  ["5月上旬", "2020-05-10"],
  ["5月19日至20日", "2020-05-20"],
  ["12月—2月", "2021-02-28"],
  ["2020.10.31前", "2020-10-31"],
  ["三季度", "2020-09-30"],
  ["每月5日前", ""],
  ["立行立改", ""],
  ["", ""],
) as fc.Arbitrary<[string, string]>;

const measure: fc.Arbitrary<Measure> = fc
  .record({
    text: name("措施"),
    lead: units,
    responsible: units,
    support: units,
    when: period,
    note: fc.constantFrom("", "分级发放", "重点"),
  })
  .map(({ when: [text, due], ...rest }) => ({ ...rest, period: text, due }));

const item: fc.Arbitrary<Item> = fc.record({
  title: name("任务"),
  measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
});

const heads = fc.record({
  no: fc.constantFrom("序号", "序\n号", "编号", "项目号", "序号·"),
  title: fc.constantFrom(
    "工作任务",
    "重点任务",
    "主要任务",
    "任务内容",
    "工作 内容",
    "活动内容",
    "意见建议",
    "工作事项",
  ),
  measures: fc.constantFrom("具体措施", "推进措施", "整改措施", "落实举措", "工作要求", "主要举措"),
  lead: fc.constantFrom("牵头单位", "牵头部门\n（盖章）", "主办单位", "牵头部门"),
  responsible: fc.constantFrom("责任单位", "承办单位", "落实单位", "责任部门（单位）"),
  support: fc.constantFrom("配合单位", "协办单位", "会办部门", "配合部门"),
  period: fc.constantFrom("完成时限", "完成时间", "推进时间", "时间节点", "时限要求", "整改时限", "完成 期限"),
  note: fc.constantFrom("备注", "备 注"),
  group: fc.constantFrom("责任分工", "任务分工", "单位"),
});

const layout = fc.record({
  title: fc.boolean(),
  reporter: fc.boolean(),
  twoRows: fc.boolean(),
  mergedDown: fc.boolean(),
  notes: fc.boolean(),
  total: fc.boolean(),
  blankBefore: fc.integer({ min: 0, max: 2 }),
  repeatHeader: fc.boolean(),
  separator: fc.constantFrom("、", "，", "；", "\n", " "),
  ditto: fc.boolean(),
  fullWidth: fc.boolean(),
  extraFirst: fc.boolean(),
});

export const plan: fc.Arbitrary<Plan> = fc.record({
  sections: fc.array(
    fc.record({
      name: fc.constantFrom("", "一、大气污染防治", "（二）水污染防治", "三、固体废物"),
      items: fc.array(item, { minLength: 1, maxLength: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  heads,
  layout,
});

export type Written = {
  rows: string[][];
  merges: string[];
  expected: Record<string, unknown>[];
  counts: Record<string, number>;
};

export const letter = (column: number) => String.fromCharCode(65 + column);

/** Writes the plan down as rows and merges, and says what a reader should find. */
export const writtenOf = ({ sections, heads: names, layout: how }: Plan, canMerge: boolean): Written => {
  const rows: string[][] = [];
  const merges: string[] = [];
  const expected: Record<string, unknown>[] = [];
  const offset = how.extraFirst ? 1 : 0;
  const width = 8 + offset;
  const row = (cells: string[], extra = "") => rows.push(how.extraFirst ? [extra, ...cells] : cells);
  const merge = (left: number, top: number, right: number, bottom: number) => {
    if (canMerge && (right > left || bottom > top)) merges.push(`${letter(left)}${top}:${letter(right)}${bottom}`);
  };
  for (let n = 0; n < how.blankBefore; n++) rows.push([]);
  if (how.title) {
    rows.push(["2020年重点工作任务清单"]);
    merge(0, rows.length, width - 1, rows.length);
  }
  if (how.reporter) rows.push(["填报单位：市人大", "", "", "填报日期：2020.3.30"]);
  const leaves = [
    names.no,
    names.title,
    names.measures,
    names.lead,
    names.responsible,
    names.support,
    names.period,
    names.note,
  ];
  const headerRows = how.twoRows
    ? [
        leaves.map((leaf, at) => (at === 3 ? names.group : at > 3 && at < 6 ? "" : leaf)),
        leaves.map((leaf, at) => (at >= 3 && at < 6 ? leaf : "")),
      ]
    : [leaves];
  const from = rows.length + 1;
  for (const cells of headerRows) row(cells, cells === headerRows[0] ? "审核情况" : "");
  if (how.twoRows) {
    for (const at of [0, 1, 2, 6, 7].map((column) => column + offset)) merge(at, from, at, from + 1);
    if (how.extraFirst) merge(0, from, 0, from + 1);
    merge(3 + offset, from, 5 + offset, from);
  }
  const counts = { items: 0, sections: 0, notes: 0, repeatedHeaders: 0 };
  let no = 0;
  let above: Measure | undefined;
  let section: string | undefined;
  for (const [index, part] of sections.entries()) {
    if (index > 0 && how.repeatHeader && !how.twoRows) {
      row(leaves, "审核情况");
      counts.repeatedHeaders += 1;
    }
    if (part.name !== "") {
      rows.push([part.name]);
      merge(0, rows.length, width - 1, rows.length);
      counts.sections += 1;
      section = part.name;
    }
    for (const { title, measures } of part.items) {
      no += 1;
      const first = rows.length + 1;
      const shown = how.fullWidth
        ? String(no).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : `${no}.`;
      for (const [at, one] of measures.entries()) {
        const unitsText = (list: string[], before: string[] | undefined) => {
          const same = how.ditto && before !== undefined && list.length > 0 && list.join() === before.join();
          return same ? "同上" : list.join(how.separator) || "/";
        };
        const beginning = at === 0 ? [shown, title] : ["", ""];
        row(
          [
            ...beginning,
            one.text,
            unitsText(one.lead, above?.lead),
            unitsText(one.responsible, above?.responsible),
            unitsText(one.support, above?.support),
            one.period || "—",
            one.note,
          ],
          "已审",
        );
        above = one;
        counts.items += 1;
        expected.push({
          row: rows.length,
          no: String(no),
          title,
          measures: one.text,
          lead: one.lead,
          responsible: one.responsible,
          support: one.support,
          period: { text: one.period, ...(one.due !== "" && { due: one.due }) },
          section: section ?? null,
          note: one.note === "" ? null : one.note,
        });
      }
      if (how.mergedDown) for (const column of [0, 1]) merge(column + offset, first, column + offset, rows.length);
    }
  }
  if (how.total) {
    row(["合计", `${no}项`]);
    counts.notes += 1;
  }
  if (how.notes) {
    rows.push(["注：1.请按时报送；2.联系人另附。"]);
    merge(0, rows.length, width - 1, rows.length);
    rows.push(["填表人：张三", "", "", "审核人：李四"]);
    counts.notes += 2;
  }
  return { rows, merges, expected, counts };
};
