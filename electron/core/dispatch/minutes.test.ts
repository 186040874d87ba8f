/** What the minutes say, block by block, before they become Word. */
import { describe, expect, it } from "vitest";
import type { DispatchDetail, DispatchLine } from "#shared/dispatch/view.ts";
import type { Block } from "../documents/document.ts";
import { minutesOf, type MinutesFacts } from "./minutes.ts";

const line = (data: Partial<DispatchLine["data"]>, rest: Partial<DispatchLine> = {}): DispatchLine => ({
  id: "",
  version: "",
  at: "",
  office: "",
  onBehalfOf: null,
  proposed: false,
  own: true,
  retracted: false,
  about: { no: "3", title: "河道清淤" },
  unitName: null,
  madeTitle: null,
  ...rest,
  data: { step: "note", on: "2026-07-28", task: "t", text: "", unit: null, ...data },
});

const meeting: DispatchDetail = {
  id: "m",
  month: "2026-07",
  on: "2026-07-05",
  title: "",
  place: "",
  chair: "",
  attendees: "",
  units: [],
  notes: 0,
  decisions: 0,
  urgings: 0,
  tasks: 0,
  withdrawn: false,
  head: { month: "2026-07", on: "2026-07-05", title: "", place: "", chair: "", attendees: "", units: [] },
  unitNames: [],
  opening: "",
  closing: "",
  before: null,
  agenda: [
    {
      task: "t",
      no: "3",
      title: "河道清淤",
      section: "",
      measures: "",
      units: ["区水利局"],
      concerned: [
        {
          unit: "370303001",
          unitName: "马尚街道",
          state: "in-progress",
          percent: 40,
          due: "2026-07-01",
          heardOn: "2026-06-30",
          said: "",
          contact: "",
          daysLate: 4,
          reasons: ["late", "unheard"],
        },
      ],
      period: "6月底前",
      due: "2026-06-30",
      dueInMonth: null,
      state: "in-progress",
      percent: 40,
      progress: "",
      heardOn: null,
      light: "overdue",
      daysLate: 5,
      reasons: ["late"],
      changes: [],
    },
  ],
  figures: { tasks: 12, done: 3, inTime: 2, reported: 0, due: 4, late: 1, unheard: 2 },
  byUnit: [],
  steps: [],
  withdrawnReason: null,
  history: [],
};

const minutes = (changes: Partial<DispatchDetail> = {}, facts: Partial<MinutesFacts> = {}): readonly Block[] =>
  minutesOf({
    meeting: { ...meeting, ...changes },
    urgings: [],
    office: "张店区人大常委会办公室",
    on: "2026-07-06",
    language: "zh-CN",
    ...facts,
  }).blocks;

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [(block.lead ?? "") + block.text];
    if (block.kind === "heading") return [`${"#".repeat(block.level)} ${block.text}`];
    return block.kind === "table" ? block.rows.map((row) => row.join("|")) : [];
  });

describe("minutes", () => {
  it("nothing is invented: what was not filled in is not printed, and figures that are nought are not told", () => {
    expect(textsOf(minutes())).toEqual([
      "时间：2026年7月5日",
      "# 总体情况",
      "截至2026年7月5日，在办联动任务12项，7月到期4项，已完成3项，其中按期完成2项，逾期1项，7月以来未反馈2项。",
    ]);
  });

  it("a task that was discussed: its facts, then notes, decisions, urgings by number, new tasks; dates as 7月5日", () => {
    const steps = [
      line({ step: "task", text: "补充勘察" }, { unitName: "和平街道", madeTitle: "补充勘察" }),
      line({ step: "decision", text: "8月5日前完成" }),
      line({ step: "urging", text: "请抓紧", made: "u" }, { unitName: "马尚街道", madeTitle: "〔2026〕3号" }),
      line({ text: "资金未到位" }, { unitName: "马尚街道" }),
    ];
    expect(textsOf(minutes({ steps })).slice(3)).toEqual([
      "# 研究任务",
      "## 3 河道清淤",
      "完成时限：6月底前；责任单位：区水利局；推进中，进度40%；马尚街道推进中，40%，逾期4天，未反馈，最近反馈6月30日。",
      "情况：马尚街道：资金未到位",
      "议定：8月5日前完成",
      "督办：向马尚街道发督办单〔2026〕3号",
      "新增任务：和平街道：补充勘察",
    ]);
  });

  it("what was taken back, or is only proposed, is not said", () => {
    const steps = [line({ text: "写错了" }, { retracted: true }), line({ text: "提议" }, { proposed: true })];
    expect(textsOf(minutes({ steps }))).toEqual(textsOf(minutes()));
  });

  it("what was said of no task stands by itself, one of a task that left the agenda after the others", () => {
    const steps = [
      line({ task: "gone", text: "已办结" }, { about: { no: "", title: "另一件" } }),
      line({ task: null, text: "下次会议7月28日" }, { about: null }),
    ];
    expect(textsOf(minutes({ steps })).slice(3)).toEqual([
      "# 研究任务",
      "## 另一件",
      "情况：已办结",
      "# 其他事项",
      "情况：下次会议7月28日",
    ]);
  });

  it("urgings are listed with their numbers; a table by unit; the office signs with the day", () => {
    const row = {
      unit: "u",
      unitName: "马尚街道",
      tasks: 2,
      done: 1,
      inTime: 1,
      reported: 0,
      due: 1,
      late: 1,
      unheard: 0,
    };
    const urging = {
      id: "u",
      number: "〔2026〕3号",
      unit: "马尚街道",
      title: "河道清淤",
      text: "请抓紧",
      limit: "8月5日前",
    };
    const blocks = minutes({ byUnit: [row] }, { urgings: [urging] });
    expect(textsOf(blocks).slice(3)).toEqual([
      "马尚街道|2|1|1|1|0|1|0",
      "# 督办事项",
      "〔2026〕3号|马尚街道|河道清淤|请抓紧|8月5日前",
    ]);
    expect(blocks.at(-1)).toEqual({ kind: "signature", office: "张店区人大常委会办公室", date: "2026-07-06" });
  });
});
