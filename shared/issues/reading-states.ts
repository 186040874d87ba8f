/** Status words of other places' ledgers and the state each means (ledger-import.md); the original is kept beside it. */
import { normaliseName } from "../sheets/names.ts";
import type { IssueState, IssueType } from "./record.ts";

export type ReadState = Exclude<IssueState, "withdrawn">;

const wordsByState: Readonly<Record<ReadState, readonly string[]>> = {
  registered: ["待下发", "待交办", "待派", "草稿"],
  "handed-over": ["未启动", "待整改", "未整改", "待确认", "已派", "已交办"],
  "in-progress": [
    "整改中",
    "正在整改",
    "正在推进",
    "正在有序推进",
    "进行中",
    "部分整改",
    "基本完成",
    "未完成",
    "处置中",
    "被驳回",
    "持续整改",
    "长期坚持",
  ],
  awaiting: ["已完成", "已整改", "整改完成", "已提交报告", "待验收", "待审核", "待销号", "待核验"],
  closed: ["已销号", "已办结", "已验收", "办结销号"],
};

const stateByWord = new Map<string, ReadState>(
  (Object.entries(wordsByState) as [ReadState, readonly string[]][]).flatMap(([state, words]) =>
    words.map((word) => [word, state] as const),
  ),
);

/** Every status word of the table with its state, for the preview's choice. */
export const stateWords: readonly (readonly [string, ReadState])[] = [...stateByWord];

const order: readonly ReadState[] = ["registered", "handed-over", "in-progress", "awaiting", "closed"];

/** How far on a state is. */
export const rankOfState = (state: ReadState): number => order.indexOf(state);

export type StateSign = {
  readonly state: ReadState;
  readonly text: string;
  /** 否 under 是否销号 says only that it is not closed: any other sign decides. */
  readonly weak?: boolean;
  /** The word is not in the table. */
  readonly unknown?: boolean;
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[。.!;；]+$/u, "");

/** The state that exactly this word means. */
export const stateOfWord = (text: string): ReadState | undefined => stateByWord.get(plain(text));

const YES = /^(?:是|已|√|✓|✔|☑|y|yes|true|对|有)$/iu;
const NO = /^(?:否|未|×|✗|✘|x|n|no|false|不|无)$/iu;

/** What 是 means in a column, by its name: closing (是否销号), done (是否完成), or nothing. */
export const yesMeans = (name: string): "closed" | "awaiting" | undefined => {
  const normal = normaliseName(name);
  if (!/是否|与否/u.test(normal)) return undefined;
  return /销号|办结|验收/u.test(normal) ? "closed" : "awaiting";
};

const PUNCTUATION = /^[\s，,。.；;：:、！!（(\-—]/u;

/** The word of the table that the text begins with, if a punctuation mark follows it. */
const wordAtStart = (text: string): readonly [string, ReadState] | undefined =>
  stateWords.find(([word]) => text.startsWith(word) && PUNCTUATION.test(text.slice(word.length)));

/** The words that our own ledger exports use beside those of the table, so that an export reads back. */
const ownWords: ReadonlyMap<string, ReadState> = new Map([
  ["登记", "registered"],
  ["交办", "handed-over"],
]);

/** Reads a cell of a status column; undefined when it says nothing. */
export const signOfStatus = (
  text: string,
  columnName: string,
  mapped: Readonly<Record<string, string>> = {},
): StateSign | undefined => {
  if (text === "") return undefined;
  const chosen = order.find((state) => state === mapped[text]);
  if (chosen) return { state: chosen, text };
  const known = stateOfWord(text) ?? ownWords.get(plain(text));
  if (known) return { state: known, text };
  const yes = yesMeans(columnName);
  const word = plain(text);
  if (yes && YES.test(word)) return { state: yes, text };
  const saysNo = NO.test(word) || (yes === "closed" && /^(?:未销号|未办结|未验收)$/u.test(word));
  if (yes && saysNo)
    return yes === "closed" ? { state: "in-progress", text, weak: true } : { state: "in-progress", text };
  // 已销号（6月18日）: a word of the table with something behind it
  const opening = wordAtStart(text);
  if (opening) return { state: opening[1], text };
  // outside a 是否 column 是 and 否 are the words of the commonest one
  return { state: "in-progress", text, unknown: true };
};

/**
 * Reads a cell of 完成情况, 整改情况 and their kin: exactly a status word is a state, prose that begins with one and a
 * punctuation mark is a state and progress, other prose is progress alone.
 */
export const signOfProgress = (
  text: string,
  mapped: Readonly<Record<string, string>> = {},
): { sign?: StateSign; progress: string } => {
  const chosen = order.find((state) => state === mapped[text]);
  const exact = chosen ?? stateOfWord(text);
  if (exact) return { sign: { state: exact, text }, progress: "" };
  const opening = wordAtStart(text);
  return opening ? { sign: { state: opening[1], text: opening[0] }, progress: text } : { progress: text };
};

/** Of several signs the one farthest on decides and gives the text; without any it is in progress. */
export const decide = (signs: readonly StateSign[]): StateSign | undefined => {
  const strong = signs.filter((sign) => !sign.weak);
  const pool = strong.length > 0 ? strong : signs;
  return pool.reduce<StateSign | undefined>(
    (best, sign) => (best === undefined || rankOfState(sign.state) > rankOfState(best.state) ? sign : best),
    undefined,
  );
};

const types: readonly (readonly [IssueType, RegExp])[] = [
  ["immediate", /^(?:立行立改|即知即改|立知立行|立整立改|立查立改|立即整改|立改)(?:类|型|问题)?$/u],
  ["staged", /^(?:分阶段整改|限期整改|阶段性?整改|分期整改|分步整改|限时整改)(?:类|型|问题)?$/u],
  ["ongoing", /^(?:持续整改|长期坚持|长期整改|持续推进|持续坚持)(?:类|型|问题)?$/u],
];

/** 立行立改 → immediate, 限期整改 → staged, 长期坚持 → ongoing. */
export const typeOfWord = (text: string): IssueType | undefined =>
  types.find(([, pattern]) => pattern.test(plain(text)))?.[0];
