/**
 * How people say, in a cell of a form, that they received a task and how far it is: the form's own drop-down words in
 * either language, and what is written in their place.
 */
import type { TaskState } from "../tasks/record.ts";
import { words } from "../translations/index.ts";

/** One spelling: no spaces, full-width letters and digits as plain ones. */
export const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/gu, "").toLowerCase();

const yes = [
  "是",
  "已",
  "已签收",
  "签收",
  "已收",
  "已收到",
  "收到",
  "√",
  "✓",
  "✔",
  "☑",
  "yes",
  "y",
  "true",
  "received",
];
const no = ["否", "未", "未签收", "未收到", "没有", "×", "✗", "no", "n", "false", "not yet"];

const asSet = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(plain));
const [yesWords, noWords] = [asSet(yes), asSet(no)];

/** Null: neither. */
export const yesOrNo = (text: string): boolean | null => {
  const word = plain(text);
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : null;
};

/** The states of which a unit speaks by itself, in the order of the drop-down. */
export const saidStates = ["received", "in-progress", "reported-done", "returned"] as const;
export type SaidState = (typeof saidStates)[number];

const alike: Readonly<Record<SaidState, readonly string[]>> = {
  received: ["签收", "已接收", "未启动", "尚未开展", "未开始"],
  "in-progress": ["进行中", "正在推进", "有序推进", "正在有序推进", "办理中", "正在办理", "持续推进", "in progress"],
  "reported-done": [
    "报完成",
    "完成",
    "已办结",
    "办结",
    "已完结",
    "完结",
    "全部完成",
    "已落实",
    "done",
    "completed",
    "finished",
  ],
  returned: ["退回", "不属本单位", "非本单位职责"],
};

const stateWords: ReadonlyMap<string, TaskState> = new Map([
  ...saidStates.flatMap((state) => alike[state].map((text): [string, TaskState] => [plain(text), state])),
  ...[words["zh-CN"], words.en].flatMap(({ tasks }) =>
    Object.entries(tasks.state).map(([state, text]): [string, TaskState] => [plain(text), state as TaskState]),
  ),
]);

/** Null: no word that is known here. What the office says (完成, 撤销) is answered as it stands. */
export const stateMeant = (text: string): TaskState | null => stateWords.get(plain(text)) ?? null;
