import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { isAppError } from "#shared/errors.ts";
import { readTaskList } from "#shared/tasks/reading.ts";
import { openWorkbook } from "./open.ts";

const samples = join(import.meta.dirname, "../../../shared/tasks/fixtures");
const sample = (name: string): Buffer => readFileSync(join(samples, name));

/** A zip of parts; `claim` is the size that its directory states, whatever is true. */
const packedOf = (() => {
  const known = new Map<Buffer, Buffer>();
  return (bytes: Buffer): Buffer => {
    const packed = known.get(bytes) ?? deflateRawSync(bytes, { level: 1 });
    if (bytes.length > 1_000_000) known.set(bytes, packed);
    return packed;
  };
})();

const zipOf = (parts: Record<string, string | Buffer>, claim?: number): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const packed = packedOf(bytes);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claim ?? bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    central.write(name, 46);
    locals.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
};

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

const partsAround = (sheet: string): Record<string, string> => ({
  "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": sheet,
});

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const line = (row: number, texts: string[]): string =>
  `<row r="${row}">${texts.map((text, col) => cell(`${"ABCDEFGH"[col]}${row}`, text)).join("")}</row>`;
const head = line(1, ["序号", "工作任务", "牵头单位", "完成时限"]);
const item = line(2, ["1", "甲", "市局", "4月10日前"]);
const sheetXml = (rows: string, after = ""): string =>
  `<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;

const oleOf = (streams: Record<string, Buffer>): Buffer => {
  const container: unknown = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, name, content);
  return Buffer.from(CFB.write(container, { type: "buffer" }));
};

const refusal = (bytes: Uint8Array, name = "list.xlsx"): string => {
  try {
    openWorkbook(bytes, name);
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
  return "opened";
};

/** Milliseconds of one call; only compared with very generous bounds. */
const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

describe("Bad input gets a clear sentence and nothing is stored", () => {
  const truncated = (name: string, share: number) => sample(name).subarray(0, Math.floor(sample(name).length * share));
  it.each<[string, Uint8Array, string]>([
    ["an empty file", Buffer.alloc(0), "sheet-empty-file"],
    ["a PNG renamed .xlsx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "sheet-is-picture"],
    ["a JPEG renamed .xlsx", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), "sheet-is-picture"],
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n"), "sheet-is-document"],
    ["a .docx without text", zipOf({ "word/document.xml": "<w/>" }), "sheet-without-cells"],
    ["a .docx that is no XML", zipOf({ "word/document.xml": "<w><p></w>" }), "sheet-damaged"],
    [
      "a .docx with entities",
      zipOf({ "word/document.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>' }),
      "sheet-damaged",
    ],
    [
      "an .ods",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
      "sheet-is-opendocument",
    ],
    ["a zip of other things", zipOf({ "a.txt": "a" }), "sheet-not-a-workbook"],
    ["a RAR archive", Buffer.from("Rar!\u001a\u0007\u0000 "), "sheet-is-archive"],
    ["arbitrary bytes", Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 256)), "sheet-not-a-workbook"],
    ["a truncated .xlsx", truncated("02-配档表-合并单元格.xlsx", 0.6), "sheet-truncated"],
    ["the first bytes of an .xlsx", truncated("02-配档表-合并单元格.xlsx", 0.01), "sheet-truncated"],
    ["a truncated .xls", truncated("07-老版Excel.xls", 0.6), "sheet-truncated"],
    ["an .xls without its last sector", truncated("07-老版Excel.xls", 0.93), "sheet-truncated"],
    ["a workbook without any content", zipOf(partsAround(sheetXml(""))), "sheet-without-cells"],
    ["HTML that breaks off", Buffer.from("<html><table><tr><td>序号"), "sheet-truncated"],
  ])("%s", (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it("a part whose bytes were changed", () => {
    const bytes = Buffer.from(sample("02-配档表-合并单元格.xlsx"));
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 60;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
    expect(["sheet-damaged", "sheet-truncated"]).toContain(refusal(bytes));
  });

  it("a password-protected workbook, .xlsx and .xls", () => {
    const encrypted = oleOf({ EncryptionInfo: Buffer.alloc(248, 4), EncryptedPackage: Buffer.alloc(9000, 7) });
    expect(refusal(encrypted)).toBe("sheet-password");
    // BOF of BIFF8, then FILEPASS with RC4's header
    const bof = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 0x06, 0, 0, 0];
    const filePass = [
      0x2f,
      0x00,
      0x36,
      0x00,
      0x01,
      0x00,
      0x01,
      0x00,
      0x01,
      0x00,
      ...Array.from({ length: 48 }, () => 0x5a),
    ];
    expect(
      refusal(
        oleOf({ Workbook: Buffer.from([...bof, ...filePass, ...Array.from({ length: 6000 }, () => 0x33)]) }),
        "a.xls",
      ),
    ).toBe("sheet-password");
  });

  it("a Word document of the old kind", () => {
    expect(refusal(oleOf({ WordDocument: Buffer.alloc(5000, 1) }), "a.xls")).toBe("sheet-is-old-word");
    expect(refusal(oleOf({ Something: Buffer.alloc(5000, 1) }), "a.xls")).toBe("sheet-not-a-workbook");
  });

  it("a file larger than the limit", () => {
    const open = () => openWorkbook(Buffer.alloc(64), "a.xlsx", { limits: { fileBytes: 63 } });
    expect(open).toThrow(expect.objectContaining({ code: "sheet-file-too-large" }));
  });

  it.each<[string, object, string]>([
    ["rows", { rows: 1 }, "sheet-too-many-rows"],
    ["cells", { cells: 5 }, "sheet-too-many-cells"],
    ["merges", { merges: 3 }, "sheet-too-many-merges"],
    ["sheets", { sheets: 0 }, "sheet-too-many-sheets"],
  ])("state the limits: too many %s", (_, limits, code) => {
    const open = () => openWorkbook(sample("02-配档表-合并单元格.xlsx"), "a.xlsx", { limits });
    expect(open).toThrow(expect.objectContaining({ code }));
  });

  it("an abort stops between the stages", () => {
    const signal = AbortSignal.abort();
    expect(() => openWorkbook(sample("01-简单表头.xlsx"), "a.xlsx", { signal })).toThrow(/abort/iu);
  });
});

describe("a 200 MB zip bomb", () => {
  const spaces = Buffer.alloc(200_000_000, 0x20);
  const bomb = Buffer.concat([
    Buffer.from(`<worksheet ${main}><sheetData>${head}`),
    spaces,
    Buffer.from("</sheetData></worksheet>"),
  ]);
  it.each<[string, Buffer]>([
    ["in the sheet", zipOf({ ...partsAround(""), "xl/worksheets/sheet1.xml": bomb })],
    ["in a picture", zipOf({ ...partsAround(sheetXml(head + item)), "xl/media/image1.png": spaces })],
    ["that lies about its size", zipOf({ ...partsAround(""), "xl/worksheets/sheet1.xml": bomb }, 1000)],
  ])("%s is refused before it is unpacked whole", (_, bytes) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(bytes)).toBe("sheet-bomb");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
  });
});

describe("Never walk a sheet by its stated dimension", () => {
  const rows = (from: number, to: number, of: (row: number) => string): string => {
    const parts: string[] = [];
    for (let row = from; row <= to; row++) parts.push(of(row));
    return parts.join("");
  };

  it("a million formatted empty rows are read quickly", () => {
    const empty = rows(3, 1_048_576, (row) => `<row r="${row}" s="1" customFormat="1" ht="15"/>`);
    const bytes = zipOf(partsAround(sheetXml(head + item + empty)));
    let count = 0;
    expect(time(() => (count = readTaskList(openWorkbook(bytes, "a.xlsx"), { year: 2020 }).count))).toBeLessThan(
      15_000,
    );
    expect(count).toBe(1);
  });

  it("a million rows of formatted empty cells are read quickly", () => {
    const empty = rows(
      3,
      1_000_000,
      (row) => `<row r="${row}"><c r="A${row}" s="1"/><c r="B${row}" s="1"/><c r="C${row}" s="1"></c></row>`,
    );
    const reading = readTaskList(openWorkbook(zipOf(partsAround(sheetXml(head + item + empty))), "a.xlsx"), {
      year: 2020,
    });
    expect(reading.accounting).toMatchObject({ rows: 1, items: 1 });
  });

  it("20,000 merges", () => {
    const filled = rows(2, 40_001, (row) => line(row, [String(row), `任务${row}`, "市局"]));
    const merges = rows(1, 20_000, (n) => `<mergeCell ref="D${n * 2}:D${n * 2 + 1}"/>`);
    const bytes = zipOf(partsAround(sheetXml(head + filled, `<mergeCells count="20000">${merges}</mergeCells>`)));
    let count = 0;
    expect(time(() => (count = readTaskList(openWorkbook(bytes, "a.xlsx")).count))).toBeLessThan(20_000);
    expect(count).toBe(40_000);
  });

  it("a cell in XFD1048576 and a merge to the sheet's end", () => {
    const far = `<row r="1048576">${cell("XFD1048576", "x")}</row>`;
    const bytes = zipOf(
      partsAround(sheetXml(head + item + far, '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>')),
    );
    const reading = readTaskList(openWorkbook(bytes, "a.xlsx"), { year: 2020 });
    expect(reading.count).toBe(1);
    expect(reading.notices).toEqual([{ code: "cells-beyond", params: { count: 1, columns: 512 } }]);
  });
});

describe("Formats, told by content and not by name", () => {
  it("x: prefixes", () => {
    const prefixed = (xml: string) =>
      xml.replace(/<(\/?)(?=\w)/gu, "<$1x:").replace(main, main.replace("xmlns", "xmlns:x"));
    const parts = partsAround(prefixed(sheetXml(head + item)));
    const bytes = zipOf({ ...parts, "xl/workbook.xml": prefixed(parts["xl/workbook.xml"] ?? "") });
    expect(openWorkbook(bytes, "a").sheets[0]?.rows.map((row) => row.cells.map((one) => one.text))).toEqual([
      ["序号", "工作任务", "牵头单位", "完成时限"],
      ["1", "甲", "市局", "4月10日前"],
    ]);
  });
});
