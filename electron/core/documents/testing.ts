/** For tests: the parts of a Word file as text, and its paragraphs as a reader sees them. */
import { readFileSync } from "node:fs";
import { fromBufferPromise } from "yauzl";

/** By name, such as `word/document.xml`. */
export const docxParts = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const zip = await fromBufferPromise(readFileSync(path), { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces).toString("utf8"));
  }
  return parts;
};

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text of each paragraph, those in cells of tables included; empty ones left out. */
export const docxLines = async (path: string): Promise<readonly string[]> => {
  const xml = (await docxParts(path)).get("word/document.xml") ?? "";
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .map((text) => text.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole))
    .filter((text) => text !== "");
};
