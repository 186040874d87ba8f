import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matchTyped } from "./match.ts";
import { readingsOf, syllablesOf } from "./readings.ts";

test("a name is found by its characters, whole pinyin, initials, and a mixture as one types", () => {
  for (const typed of ["张店", "zhangdian", "zhang dian", "zdq", "zhangdq", "zhangdi", "zh", "DIAN", "店区"])
    expect([typed, matchTyped("张店区", typed) !== undefined]).toEqual([typed, true]);
  for (const typed of ["", " ", "淄博", "zq", "dianzhang", "zhandian"])
    expect([typed, matchTyped("张店区", typed)]).toEqual([typed, undefined]);
});

test("the place that was found is said in characters", () => {
  expect(matchTyped("淄博市张店区", "zhangdian")).toEqual({ start: 3, length: 2 });
  expect(matchTyped("12345热线", "12345")).toEqual({ start: 0, length: 5 });
  expect(matchTyped("PM2超标", "chaobiao")).toEqual({ start: 3, length: 2 });
});

test("only what is typed last may break off within a syllable", () => {
  expect(matchTyped("兴安盟", "xiamen")).toBeUndefined();
  expect(matchTyped("厦门市", "xiamen")).toEqual({ start: 0, length: 2 });
});

test("places and offices' words are read as people read them", () => {
  const readings = [
    ["单县", "shan xian"],
    ["六安市", "lu an shi"],
    ["重庆市", "chong qing shi"],
    ["厦门市", "xia men shi"],
    ["都匀市", "du yun shi"],
    ["乐亭县", "lao ting xian"],
    ["乐清市", "yue qing shi"],
    ["东莞市", "dong guan shi"],
    ["蔚县", "yu xian"],
    ["浚县", "xun xian"],
    ["泌阳县", "bi yang xian"],
    ["荥阳市", "xing yang shi"],
    ["台州市", "tai zhou shi"],
    ["涡阳县", "guo yang xian"],
    ["蚌埠市", "beng bu shi"],
    ["枞阳县", "zong yang xian"],
    ["铅山县", "yan shan xian"],
    ["莘县", "shen xian"],
    ["井陉县", "jing xing xian"],
    ["犍为县", "qian wei xian"],
    ["番禺区", "pan yu qu"],
    ["六合区", "lu he qu"],
    ["柞水县", "zha shui xian"],
    ["吴堡县", "wu bu xian"],
    ["黄陂区", "huang pi qu"],
    ["监利市", "jian li shi"],
    ["什邡市", "shi fang shi"],
    ["大埔县", "da bu xian"],
    ["任丘市", "ren qiu shi"],
    ["长子县", "zhang zi xian"],
    ["大城县", "dai cheng xian"],
    ["洪洞县", "hong tong xian"],
    ["尉犁县", "yu li xian"],
    ["吕梁市", "lv liang shi"],
    ["镇长", "zhen zhang"],
    ["调度", "diao du"],
    ["行业", "hang ye"],
    ["反弹", "fan tan"],
    ["满意率", "man yi lv"],
  ] as const;
  for (const [text, reading] of readings) expect(syllablesOf(Array.from(text)).join(" ")).toBe(reading);
});

test("there is one reading for each character, and none for what is not Chinese", () => {
  expect(syllablesOf(["P", "M", "值", "，"])).toEqual([undefined, undefined, "zhi", undefined]);
  expect(readingsOf("长")).toEqual(["chang", "zhang"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const characters = Array.from(text);
      expect(syllablesOf(characters)).toHaveLength(characters.length);
    }),
  );
});

test("any run of a name's initials finds it", () => {
  const names = ["淄博市张店区", "市住房城乡建设局", "孝妇河东岸", "重庆路街道", "畜禽养殖场"];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 6 }), (name, from, length) => {
      const characters = Array.from(name);
      const start = from % characters.length;
      const initials = syllablesOf(characters).map((syllable) => (syllable ?? "")[0] ?? "");
      expect(matchTyped(name, initials.slice(start, start + length).join(""))).toBeDefined();
    }),
  );
});
