/**
 * Workbooks of Excel 95 and before hold text in the code page of their country. The spreadsheet library asks for half a
 * megabyte of tables to read them; the platform knows these encodings already, so this hands it those.
 */
import { set_cptable } from "@e965/xlsx";

const LABELS: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  1201: "utf-16be",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  54936: "gb18030",
  65001: "utf-8",
};

const decode = (codePage: number, bytes: ArrayLike<number>): string =>
  new TextDecoder(LABELS[codePage] ?? "windows-1252").decode(Uint8Array.from(bytes));

/** Only Unicode is ever written here; other text keeps its low bytes. */
const encode = (codePage: number, text: string): Uint8Array =>
  codePage === 65001
    ? new TextEncoder().encode(text)
    : Uint8Array.from(Buffer.from(text, codePage === 1200 ? "utf16le" : "latin1"));

let isInstalled = false;

/** To be called before a workbook of the old kind is parsed. */
export const installOldEncodings = (): void => {
  if (isInstalled) return;
  set_cptable({ utils: { decode, encode } });
  isInstalled = true;
};
