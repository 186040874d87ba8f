/** What a file is, told by its content: offices rename files, and a picture called 清单.xlsx is still a picture. */

export type FileKind =
  | "empty"
  | "zip"
  | "ole"
  | "biff"
  | "html"
  | "xml-workbook"
  | "text"
  | "picture"
  | "pdf"
  | "archive"
  | "word"
  | "unknown";

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const isPicture = (bytes: Uint8Array): boolean =>
  starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  starts(bytes, 0xff, 0xd8, 0xff) ||
  starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
  (starts(bytes, 0x42, 0x4d) && bytes.length > 14 && bytes[6] === 0 && bytes[8] === 0) ||
  starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
  starts(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
  starts(bytes, 0x00, 0x00, 0x01, 0x00) ||
  (starts(bytes, 0x52, 0x49, 0x46, 0x46) && ascii(bytes, 8, 12) === "WEBP") ||
  /^ftyp(?:heic|heix|mif1|avif)/u.test(ascii(bytes, 4, 12));

const isArchive = (bytes: Uint8Array): boolean =>
  starts(bytes, 0x52, 0x61, 0x72, 0x21) ||
  starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
  starts(bytes, 0x1f, 0x8b) ||
  starts(bytes, 0x42, 0x5a, 0x68) ||
  starts(bytes, 0xfd, 0x37, 0x7a, 0x58, 0x5a);

/** A worksheet without its container, as Excel 2 to 4 wrote it: a BOF record first. */
const isBareBiff = (bytes: Uint8Array): boolean =>
  bytes.length > 8 &&
  bytes[0] === 0x09 &&
  [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? 0xff) &&
  bytes[3] === 0 &&
  (bytes[2] ?? 99) <= 16;

const hasBom16 = (bytes: Uint8Array): boolean => starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);

/** UTF-16 without a mark: every other byte of its commas, digits and line ends is zero. */
export const looksLikeUtf16 = (bytes: Uint8Array): "le" | "be" | undefined => {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const few = sample.length / 50;
  if (odd > few && even === 0) return "le";
  return even > few && odd === 0 ? "be" : undefined;
};

const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) control++;
  }
  return control > sample.length / 100;
};

const textKind = (bytes: Uint8Array): FileKind => {
  const head = ascii(bytes, 0, 4096).replaceAll("\0", "").toLowerCase();
  if (/<(?:\w+:)?workbook[\s>]/u.test(head) && head.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return "xml-workbook";
  if (/<html[\s>]|<table[\s>]|<!doctype html|<meta\s|<style[\s>]|<tr[\s>]/u.test(head)) return "html";
  if (head.startsWith("{\\rtf")) return "word";
  return "text";
};

/** Looks at the first bytes; what is inside a zip or an OLE container is looked at later. */
export const kindOfBytes = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return "empty";
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "ole";
  if (isPicture(bytes)) return "picture";
  if (ascii(bytes, 0, 1024).includes("%PDF-")) return "pdf";
  if (isArchive(bytes)) return "archive";
  if (isBareBiff(bytes)) return "biff";
  if (hasBom16(bytes) || looksLikeUtf16(bytes)) return textKind(bytes);
  return isBinary(bytes) ? "unknown" : textKind(bytes);
};
