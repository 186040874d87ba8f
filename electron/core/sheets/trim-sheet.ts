/**
 * Takes the cells and rows that say nothing out of a worksheet's XML before it is parsed. People format whole columns,
 * and a million empty rows would otherwise be read one by one; a list of ordinary size is not touched.
 */

/** Below this a sheet is parsed as it is. */
const WORTH_TRIMMING = 1_500_000;

const EMPTY_CELL = /<(?:\w+:)?c(?:\s[^<>]*)?(?:\/>|><\/(?:\w+:)?c>)/gu;
const EMPTY_ROW = /<(?:\w+:)?row(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:\w+:)?row>)/gu;
const CHUNK = 8_000_000;

/** latin1 keeps one byte per character, so that the text need not be decoded to be searched. */
export const trimSheetXml = (xml: Buffer): Buffer => {
  if (xml.length < WORTH_TRIMMING) return xml;
  const parts: string[] = [];
  let from = 0;
  while (from < xml.length) {
    const to = endOfChunk(xml, from);
    parts.push(xml.toString("latin1", from, to).replace(EMPTY_CELL, "").replace(EMPTY_ROW, ""));
    from = to;
  }
  return Buffer.from(parts.join(""), "latin1");
};

/** The end of a chunk that cuts no row in two. */
const endOfChunk = (xml: Buffer, from: number): number => {
  if (from + CHUNK >= xml.length) return xml.length;
  const row = xml.indexOf("row>", from + CHUNK, "latin1");
  const closed = xml.indexOf("/>", from + CHUNK, "latin1");
  const at = row === -1 ? closed + 2 : row + 4;
  return at < from + CHUNK ? xml.length : at;
};
