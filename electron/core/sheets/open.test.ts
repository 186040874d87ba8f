import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { CFB, utils, write } from "@e965/xlsx";
import type { BookType, WorkBook } from "@e965/xlsx";
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
    ["a .docx", zipOf({ "word/document.xml": "<w/>" }), "sheet-is-document"],
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
    expect(refusal(oleOf({ WordDocument: Buffer.alloc(5000, 1) }), "a.xls")).toBe("sheet-is-document");
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

const listRows = [
  ["序号", "工作任务", "牵头单位", "完成时限", "备注"],
  ["1", "甲", "市局", "4月10日前", "注意\n换行"],
  ["2", "乙, “引号”", "0533-0000001", "2020-09-30", ""],
];

const bookOf = (rows: readonly (readonly unknown[])[]): WorkBook => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "清单");
  return book;
};

const texts = (bytes: Uint8Array, name = "a"): string[][] =>
  (openWorkbook(bytes, name).sheets[0]?.rows ?? []).map((row) => row.cells.map((one) => one.text));

const expected = listRows.map((row) => row.filter((text) => text !== ""));

describe("Formats, told by content and not by name", () => {
  it.each<[BookType, string]>([
    ["xlsx", "xlsx"],
    ["xlsm", "xlsx"],
    ["xlsb", "xlsx"],
    ["biff8", "xls"],
    ["xlml", "xls"],
    ["html", "html"],
  ])("%s, whatever the name says", (bookType, format) => {
    const bytes = new Uint8Array(write(bookOf(listRows), { type: "array", bookType }));
    expect(openWorkbook(bytes, "清单.xlsx").format).toBe(format);
    expect(texts(bytes, "清单.csv")).toEqual(expected);
  });

  const csv = listRows.map((row) =>
    row.map((text) => (/[,"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
  );
  const joined = (separator: string, end = "\r\n") => csv.map((row) => row.join(separator)).join(end);
  const gb18030 = readFileSync(join(import.meta.dirname, "fixtures", "gb18030.csv"));
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(joined(","))],
    ["UTF-8 with BOM", Buffer.from(`\ufeff${joined(",")}`)],
    ["GB18030", gb18030],
    ["UTF-16 with BOM, tabs", Buffer.from(`\ufeff${joined("\t")}`, "utf16le")],
    ["UTF-16 without BOM", Buffer.from(joined("\t"), "utf16le")],
    ["semicolons", Buffer.from(joined(";"))],
    ["semicolons, told by sep=", Buffer.from(joined(";"))],
    ["line feeds alone", Buffer.from(joined(",", "\n"))],
    ["carriage returns alone", Buffer.from(joined(",", "\r"))],
  ])(".csv: %s", (_, bytes) => {
    expect(openWorkbook(bytes, "a.xlsx").format).toBe("csv");
    expect(texts(bytes)).toEqual(expected);
  });

  it("In a CSV, rows are records, not lines", () => {
    const book = openWorkbook(Buffer.from('序号,任务,备注\n1,甲,"一\n二"\n\n2,乙,'), "a.csv");
    expect(book.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  it("a quotation mark that never closes is text", () => {
    expect(texts(Buffer.from('序号,任务,单位\n1,"甲,A局\n2,乙,B局'))).toEqual([
      ["序号", "任务", "单位"],
      ["1", '"甲', "A局"],
      ["2", "乙", "B局"],
    ]);
  });

  it("a workbook of Excel 95, in the code page of its country", () => {
    const old = readFileSync(join(import.meta.dirname, "fixtures", "excel95.xls"));
    expect(readTaskList(openWorkbook(old, "a.xls"), { year: 2020 })).toMatchObject({
      sheet: "清单",
      rows: [{ no: "1", title: "制定实施方案", lead: ["市人大城环委"] }],
    });
  });

  it("x: prefixes", () => {
    const prefixed = (xml: string) =>
      xml.replace(/<(\/?)(?=\w)/gu, "<$1x:").replace(main, main.replace("xmlns", "xmlns:x"));
    const parts = partsAround(prefixed(sheetXml(head + item)));
    const bytes = zipOf({ ...parts, "xl/workbook.xml": prefixed(parts["xl/workbook.xml"] ?? "") });
    expect(texts(bytes)).toEqual([
      ["序号", "工作任务", "牵头单位", "完成时限"],
      ["1", "甲", "市局", "4月10日前"],
    ]);
  });
});

describe("HTML saved as .xls", () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{color:red}</style></head><body>
    <table border=1><tr><td colspan=4>任务清单&#65288;2020&#24180;&#65289;</td></tr>
    <tr><th rowspan="2">序号<th rowspan='2'>工作<br>任务</th><th colspan="2">分工</th></tr>
    <tr><th>牵头单位</th><th>责任单位</th></tr>
    <tr style="display:none"><td x:num="1">1</td><td>甲 &amp; 乙</td><td>A局&nbsp;B局</td><td><p>C局</p><p>D局</p></td></tr></table></body></html>`;

  it("reads merges, entities, breaks and hidden rows", () => {
    const [sheet] = openWorkbook(Buffer.from(html), "清单.xls").sheets;
    expect(sheet?.merges).toEqual([
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 3 },
    ]);
    expect(sheet?.rows.map((row) => row.cells.map((one) => [one.col, one.text]))).toEqual([
      [[0, "任务清单（2020年）"]],
      [
        [0, "序号"],
        [1, "工作\n任务"],
        [2, "分工"],
      ],
      [
        [2, "牵头单位"],
        [3, "责任单位"],
      ],
      [
        [0, "1"],
        [1, "甲 & 乙"],
        [2, "A局 B局"],
        [3, "C局\nD局"],
      ],
    ]);
    expect(sheet?.hiddenRows).toEqual([4]);
  });

  it("in GB2312 as its head says", () => {
    const gb = readFileSync(join(import.meta.dirname, "fixtures", "gb2312.html.xls"));
    expect(readTaskList(openWorkbook(gb, "a.xls"), { year: 2020 }).rows).toMatchObject([
      { no: "1", title: "制定实施方案", lead: ["市人大城环委"] },
    ]);
  });
});

describe("Dates", () => {
  const dated = (value: number, format: string, date1904 = false): WorkBook => {
    const book = bookOf([
      ["序号", "工作任务", "牵头单位", "完成时限"],
      [1, "甲", "A局", value],
    ]);
    const sheet = book.Sheets["清单"];
    const target: unknown = sheet?.["D2"];
    if (target && typeof target === "object") Object.assign(target, { t: "n", v: value, z: format });
    book.Workbook = { WBProps: { date1904 } };
    return book;
  };
  const periodOf = (book: WorkBook, bookType: BookType) =>
    readTaskList(openWorkbook(new Uint8Array(write(book, { type: "array", bookType })), "a"), { year: 2020 }).rows[0]
      ?.period;

  it.each<[string, number, string, boolean, string]>([
    ["ISO format", 44104, "yyyy-mm-dd", false, "2020-09-30"],
    ["slashes", 44104, "yyyy/m/d", false, "2020-09-30"],
    ["a built-in format", 44104, "m/d/yy", false, "2020-09-30"],
    ["with a time", 44104.75, "yyyy-mm-dd hh:mm", false, "2020-09-30"],
    ["month and day in Chinese", 44104, 'm"月"d"日"', false, "9月30日"],
    ["year, month and day in Chinese", 44104, 'yyyy"年"m"月"d"日"', false, "2020年9月30日"],
    ["no format at all", 44104, "General", false, "44104"],
  ])("a date cell: %s", (_, value, format, date1904, text) => {
    for (const bookType of ["xlsx", "biff8"] as const) {
      expect(periodOf(dated(value, format, date1904), bookType)).toEqual({
        text,
        kind: "date",
        start: "2020-09-30",
        due: "2020-09-30",
      });
    }
  });

  it("the 1904 date system", () => {
    expect(periodOf(dated(44104 - 1462, "yyyy-mm-dd", true), "xlsx")).toMatchObject({ due: "2020-09-30" });
    expect(periodOf(dated(44104 - 1462, "General", true), "xlsx")).toMatchObject({ due: "2020-09-30" });
  });

  it("a number such as 20200630, and a decimal with its format", () => {
    expect(periodOf(dated(20200630, "General"), "xlsx")).toEqual({
      text: "20200630",
      kind: "date",
      start: "2020-06-30",
      due: "2020-06-30",
    });
    expect(periodOf(dated(2020.1, "0.00"), "xlsx")).toMatchObject({
      text: "2020.10",
      kind: "month",
      due: "2020-10-31",
    });
  });
});
