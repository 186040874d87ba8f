/**
 * What files of exchange are called, in one place: the names that core writes under into a folder and that a dialog
 * proposes. A name is for people alone and says nothing that the program relies on (EX25).
 */
import { type Language, word } from "../translations/index.ts";
import { bundleExtension } from "./extension.ts";

export type NamedFile =
  /** `number`: the last entry in it. `part`: when it is one of several. */
  | {
      readonly kind: "bundle";
      readonly from: string;
      readonly to: string;
      readonly day: string;
      readonly number: number;
      readonly part?: { readonly no: number; readonly of: number };
    }
  | { readonly kind: "receipt"; readonly from: string; readonly to: string; readonly day: string }
  | { readonly kind: "card"; readonly from: string }
  | { readonly kind: "roster" | "welcome"; readonly from: string; readonly to: string };

/**
 * The name of a file, such as a bundle's with the offices' names, the day and a number of four digits or more.
 * @param file names of offices as people read them; `day` as `2026-11-22`
 */
export const exchangeFileName = (file: NamedFile, language: Language = "zh-CN"): string =>
  `${word(language, `exchange.fileNames.${file.kind}`, paramsOf(file))}${partOf(file)}.${bundleExtension}`;

const paramsOf = (file: NamedFile): Record<string, string> => ({
  from: asPartOfName(file.from),
  ...("to" in file ? { to: asPartOfName(file.to) } : {}),
  ...("day" in file ? { day: file.day.replaceAll("-", "") } : {}),
  ...("number" in file ? { number: String(file.number).padStart(4, "0") } : {}),
});

const partOf = (file: NamedFile): string =>
  file.kind === "bundle" && file.part !== undefined && file.part.of > 1 ? `-${file.part.no}_${file.part.of}` : "";

/** Names of offices are typed by people: what no file system takes becomes `_`, and a whole name fits on any stick. */
const asPartOfName = (text: string): string => text.replaceAll(/[\\/:*?"<>|\s\p{Cc}]/gu, "_").slice(0, 24);
