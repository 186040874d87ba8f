/** The search helpers against SQLite's own FTS5, in the table that the store makes. */
import Database from "better-sqlite3";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { syllablesOf } from "#shared/pinyin/readings.ts";
import { folded } from "#shared/search/fold.ts";
import { toMatch } from "#shared/search/match-expression.ts";
import { searchTokens } from "#shared/search/tokens.ts";
import { search } from "../store/migrations/005-search.ts";

let db: Database.Database;
beforeEach(() => {
  db = new Database(":memory:");
  search.up(db);
});
afterEach(() => db.close());

const put = (rowid: number, text: string): void => {
  const { han, initials, syllables } = searchTokens(text);
  db.prepare("INSERT INTO search_issues (rowid, han, initials, syllables) VALUES (?, ?, ?, ?)").run(
    rowid,
    han,
    initials,
    syllables,
  );
};

const found = (typed: string): readonly number[] => {
  const match = toMatch(typed);
  if (match === undefined)
    return db.prepare("SELECT rowid FROM search_issues ORDER BY rowid").pluck().all() as number[];
  return db
    .prepare("SELECT rowid FROM search_issues WHERE search_issues MATCH ? ORDER BY rowid")
    .pluck()
    .all(match) as number[];
};

const isFound = (text: string, typed: string): boolean => {
  db.exec("DELETE FROM search_issues");
  put(1, text);
  return found(typed).length === 1;
};

const titles = [
  "孝妇河东岸堆放生活垃圾",
  "建筑工地裸土未覆盖，PM2.5超标",
  "餐饮店油烟直排居民楼",
  "市环保局督查：VOCs无组织排放（第12345号）",
  "重庆路污水处理厂恶臭扰民",
  "绿化带侵占 略有反弹",
];

test("two characters find the word, one finds the character, and nothing else is found", () => {
  for (const [index, title] of titles.entries()) put(index + 1, title);
  expect(found("油烟")).toEqual([3]);
  expect(found("烟油")).toEqual([]);
  expect(found("裸")).toEqual([2]);
  expect(found("盖")).toEqual([2]);
  expect(found("垃圾")).toEqual([1]);
  expect(found("市环保局督查")).toEqual([4]);
  expect(found("建筑 覆盖")).toEqual([2]);
  expect(found("建筑 油烟")).toEqual([]);
});

test("initials, whole pinyin, and pinyin that breaks off find it as one types", () => {
  for (const [index, title] of titles.entries()) put(index + 1, title);
  for (const typed of ["hbj", "hbjdc", "huanbao", "huanb", "huanbaoju", "huanbaoj", "HuanBao"])
    expect([typed, found(typed)]).toEqual([typed, [4]]);
  expect(found("cqlws")).toEqual([5]);
  expect(found("chongqinglu")).toEqual([5]);
  expect(found("lvhua")).toEqual([6]);
  expect(found("lüeyou")).toEqual([6]);
  expect(found("lveyou")).toEqual([6]);
  for (let length = 2; length <= "xiaofuhedongan".length; length += 1)
    expect(found("xiaofuhedongan".slice(0, length))).toContain(1);
});

test("digits, letters and Chinese may be mixed, narrow or wide, in small letters or large", () => {
  for (const [index, title] of titles.entries()) put(index + 1, title);
  for (const typed of ["pm2.5", "PM25", "ＰＭ２．５", "pm2.5超标", "pm25cb", "pm2.5cb"])
    expect([typed, found(typed)]).toEqual([typed, [2]]);
  expect(found("vocs")).toEqual([4]);
  expect(found("12345")).toEqual([4]);
  expect(found("234")).toEqual([4]);
  expect(found("孝妇dongan")).toEqual([1]);
});

test("nothing that can be looked for leaves nothing out", () => {
  for (const typed of ["", " ", "，。", '"', "*", "()", "-", "\u0000", "  \n"]) expect(toMatch(typed)).toBeUndefined();
});

test("what stands in two lines is never found as one", () => {
  expect(isFound("扬尘\n治理", "尘治")).toBe(false);
  expect(isFound("扬尘\n治理", "扬尘 治理")).toBe(true);
  expect(isFound("扬尘、治理", "尘治")).toBe(true);
});

const syntax = fc.constantFrom(
  '"',
  "'",
  "*",
  "(",
  ")",
  "-",
  "^",
  ":",
  "+",
  "{",
  "}",
  "AND",
  "OR",
  "NOT",
  "NEAR",
  "han",
  " ",
);
const typedText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(
      fc.oneof(syntax, fc.constantFrom(...Array.from("环保局督查huanbaojuxianPM2.5０１")), fc.string({ maxLength: 3 })),
      {
        maxLength: 20,
      },
    )
    .map((all) => all.join("")),
);

test("whatever is typed is no syntax error and no injection", () => {
  put(1, "扬尘");
  fc.assert(
    fc.property(typedText, (typed) => {
      const match = toMatch(typed);
      expect(() => found(typed)).not.toThrow();
      const parts = (match ?? "").split('"');
      expect(parts.length % 2).toBe(1);
      for (const [at, part] of parts.entries())
        expect(part).toMatch(at % 2 === 0 ? /^(?:han|initials|syllables|AND|OR|[ :*()])*$/ : /^[\p{L}\p{N} ]+$/u);
    }),
    { numRuns: 2000 },
  );
});

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from("孝妇河东岸堆放生活垃圾市环保局督查重庆路绿略长")) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from("PMvoc2.5，（） 〇①㎡½éßǅİﬁ㐀鿿𠀀\n")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);

test("every part of a text, of one character or more, finds it", () => {
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 1, maxLength: 90 }),
      fc.nat(),
      fc.nat(),
      (characters, from, length) => {
        const start = from % characters.length;
        const part = characters.slice(start, start + 1 + (length % (characters.length - start)));
        expect(isFound(characters.join(""), part.join(""))).toBe(true);
      },
    ),
    { numRuns: 1500 },
  );
});

test("every run of initials and of syllables of a text, the last broken off anywhere, finds it", () => {
  const words = fc.array(fc.constantFrom(...titles), { minLength: 1, maxLength: 2 }).map((all) => all.join(""));
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 2, max: 9 }), fc.nat(), (text, from, count, cut) => {
      const characters = folded(text);
      const start = from % (characters.length - 2);
      const readings = syllablesOf(characters).map((syllable, at) => syllable ?? characters[at] ?? "");
      const some = readings.slice(start, start + count);
      expect(isFound(text, some.map((reading) => reading[0] ?? "").join(""))).toBe(true);
      fc.pre(
        syllablesOf(characters)
          .slice(start, start + count)
          .every((syllable) => syllable !== undefined) && some.join("").length <= 64,
      );
      const last = some.at(-1) ?? "";
      expect(isFound(text, some.slice(0, -1).join("") + last.slice(0, 1 + (cut % last.length)))).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
