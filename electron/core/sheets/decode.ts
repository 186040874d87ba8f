/** Text files: a byte order mark, else strict UTF-8, else GB18030 (detectors guess wrong on short Chinese). */
import { looksLikeUtf16 } from "./sniff.ts";

const decodeAs = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Cut in mid-character at the end, as a truncated copy is, a UTF-8 file is still UTF-8. */
const isUtf8ButForItsEnd = (bytes: Uint8Array): boolean =>
  [1, 2, 3].some((cut) => bytes.length > 64 && isUtf8(bytes.subarray(0, bytes.length - cut)));

/** The encoding that the bytes are in, and their text without a byte order mark. */
export const decodeText = (bytes: Uint8Array): { text: string; encoding: string } => {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "be"
        : looksLikeUtf16(bytes);
  if (utf16) return { text: decodeAs(bytes, `utf-16${utf16}`), encoding: `utf-16${utf16}` };
  if (isUtf8(bytes) || isUtf8ButForItsEnd(bytes)) return { text: decodeAs(bytes, "utf-8"), encoding: "utf-8" };
  return { text: decodeAs(bytes, "gb18030"), encoding: "gb18030" };
};
