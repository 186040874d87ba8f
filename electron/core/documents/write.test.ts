import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../store/testing.ts";
import { refusalOf } from "../testing/client.ts";
import type { OfficialDocument } from "./document.ts";
import { docxLines, docxParts } from "./testing.ts";
import { writeDocument } from "./write.ts";

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, "纪要.docx");
});
afterEach(() => folder.remove());

const minutes: OfficialDocument = {
  title: "张店区人大常委会\n调度会议纪要",
  number: "〔2026〕1号",
  addressee: "各镇、街道人大",
  language: "zh-CN",
  blocks: [
    { kind: "paragraph", text: "会议听取了情况。" },
    { kind: "heading", level: 1, text: "到期任务" },
    { kind: "heading", level: 2, text: "房镇镇" },
    { kind: "heading", level: 3, text: "第一项" },
    { kind: "heading", level: 3, text: "第二项" },
    { kind: "heading", level: 1, text: "议定事项" },
    {
      kind: "table",
      columns: [{ heading: "序号" }, { heading: "任务" }],
      rows: [
        ["1", "视察 <大气> & 水\u0001"],
        ["2", "接访"],
      ],
    },
    { kind: "signature", office: "张店区人大常委会办公室", date: "2026-09-05" },
  ],
};

const documentXml = async (): Promise<string> => (await docxParts(path)).get("word/document.xml") ?? "";
const near = (xml: string, attribute: string): number => Number(new RegExp(`w:${attribute}="(\\d+)"`).exec(xml)?.[1]);

test("GB/T 9704: A4 with margins of 37, 35, 28 and 26 mm", async () => {
  await writeDocument(path, minutes);
  const xml = await documentXml();
  const millimetres = (attribute: string): number =>
    Math.round((near(/<w:pgMar[^>]*>/.exec(xml)?.[0] ?? "", attribute) * 25.4) / 1440);
  expect(["top", "bottom", "left", "right"].map(millimetres)).toEqual([37, 35, 28, 26]);
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
});

test("GB/T 9704: text in size three FangSong, 22 lines of exactly 28.95 points, 28 characters a line", async () => {
  await writeDocument(path, minutes);
  const styles = (await docxParts(path)).get("word/styles.xml") ?? "";
  expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
  expect(styles).toContain('<w:sz w:val="32"/>');
  expect(styles).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/);
  expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
  const spacing = Number(/<w:spacing w:val="(-\d+)"\/>/.exec(await documentXml())?.[1]);
  const line = 11906 - 1587 - 1474;
  expect(28 * (320 + spacing)).toBeLessThanOrEqual(line);
  expect(29 * (320 + spacing)).toBeGreaterThan(line);
});

test("GB/T 9704: the title in size two Xiaobiaosong in the middle, headings in black face, KaiTi and FangSong", async () => {
  await writeDocument(path, minutes);
  const paragraphs = [...(await documentXml()).matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph);
  const faceOf = (text: string): string | undefined =>
    /w:eastAsia="([^"]+)"/.exec(paragraphs.find((paragraph) => paragraph.includes(text)) ?? "")?.[1];
  expect(faceOf("调度会议纪要")).toBe("方正小标宋简体");
  expect(paragraphs.find((paragraph) => paragraph.includes("调度会议纪要"))).toMatch(
    /<w:jc w:val="center"\/>.*w:val="44"/,
  );
  expect(["到期任务", "房镇镇", "第一项", "会议听取"].map(faceOf)).toEqual([
    "黑体",
    "楷体_GB2312",
    "仿宋_GB2312",
    "仿宋_GB2312",
  ]);
});

test("every face that is named has others that may stand in for it, and none is bundled", async () => {
  await writeDocument(path, minutes);
  const parts = await docxParts(path);
  const named = new Set([...(await documentXml()).matchAll(/w:eastAsia="([^"]+)"/g)].map(([, name]) => name));
  const table = parts.get("word/fontTable.xml") ?? "";
  for (const name of named) expect(table).toContain(`<w:font w:name="${name}"><w:altName`);
  expect([...parts.keys()].filter((name) => name.includes("odttf"))).toEqual([]);
});

test("GB/T 9704: the page number between dashes, on the right of odd pages and on the left of even ones", async () => {
  await writeDocument(path, minutes);
  const parts = await docxParts(path);
  const xml = await documentXml();
  const rels = parts.get("word/_rels/document.xml.rels") ?? "";
  const footer = (type: string): string => {
    const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(xml)?.[1];
    const name = rels.split("<Relationship ").find((entry) => entry.includes(`Id="${id}"`)) ?? "";
    return parts.get(`word/${/Target="([^"]+)"/.exec(name)?.[1]}`) ?? "";
  };
  expect(footer("default")).toMatch(/<w:jc w:val="right"\/>.*— .*PAGE.* —/s);
  expect(footer("even")).toMatch(/<w:jc w:val="left"\/>.*— .*PAGE.* —/s);
  expect(parts.get("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
});

test("headings are numbered 一、（一）1. by their place, dates stand without leading zeros", async () => {
  await writeDocument(path, minutes);
  expect(await docxLines(path)).toEqual([
    "〔2026〕1号",
    "张店区人大常委会",
    "调度会议纪要",
    "各镇、街道人大：",
    "会议听取了情况。",
    "一、到期任务",
    "（一）房镇镇",
    "1.第一项",
    "2.第二项",
    "二、议定事项",
    "序号",
    "任务",
    "1",
    "视察 <大气> & 水",
    "2",
    "接访",
    "张店区人大常委会办公室",
    "2026年9月5日",
  ]);
});

test("a table repeats its headings on each page and breaks no row", async () => {
  await writeDocument(path, minutes);
  const rows = [...(await documentXml()).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
  expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([true, false, false]);
  expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
});

test("several documents in one file begin on pages of their own, each numbered from 1", async () => {
  await writeDocument(path, [minutes, minutes, minutes]);
  expect([...(await documentXml()).matchAll(/<w:pgNumType w:start="1"\/>/g)]).toHaveLength(3);
});

test("EX27: a document that cannot be put in its place leaves what stood there, and nothing beside it", async () => {
  const taken = join(folder.path, "taken.docx");
  writeFileSync(taken, "before");
  expect(await refusalOf(writeDocument(join(taken, "x.docx"), minutes))).toBe("file-not-writable");
  expect(readFileSync(taken, "utf8")).toBe("before");
  expect(await refusalOf(writeDocument(join(folder.path, "nowhere", "x.docx"), minutes))).toBe("file-not-writable");
  expect(readdirSync(folder.path)).toEqual(["taken.docx"]);
  expect(existsSync(path)).toBe(false);
});
