/**
 * The badge that Windows lays over the program's button in the task bar: a disc with a number, drawn by hand, since that
 * is all a main process has without a page. The others count by themselves (`app.setBadgeCount`).
 */

/** Pixels along each side. */
export const badgeSize = 32;

const digitRows = 5;
/** Each digit as five rows of three. */
const digits: readonly string[] = [
  "111101101101111",
  "010110010010111",
  "111001111100111",
  "111001111001111",
  "101101111001001",
  "111100111001111",
  "111100111101111",
  "111001001001001",
  "111101111101111",
  "111101111001111",
];
const plus = "000010111010000";

/** Red and white as Electron's bitmaps have them: blue, green, red, alpha. */
const disc = [0x1e, 0x26, 0xb3, 0xff] as const;
const ink = [0xff, 0xff, 0xff, 0xff] as const;
const clear = [0, 0, 0, 0] as const;

/** What is written in the disc: `7`, `42`, `9+` where there is no room for more. */
export const badgeText = (count: number): string => (count > 99 ? "9+" : String(count));

const glyphOf = (character: string): string => digits[Number(character)] ?? plus;

/** The picture's pixels, row by row, four bytes each. */
export const badgePixels = (count: number): Uint8Array => {
  const glyphs = badgeText(count).split("").map(glyphOf);
  const scale = glyphs.length === 1 ? 4 : 3;
  const width = (glyphs.length * 4 - 1) * scale;
  const left = Math.floor((badgeSize - width) / 2);
  const top = Math.floor((badgeSize - digitRows * scale) / 2);
  const isInk = (x: number, y: number): boolean => {
    const column = Math.floor((x - left) / scale);
    const row = Math.floor((y - top) / scale);
    if (column < 0 || row < 0 || row >= digitRows || column % 4 === 3) return false;
    return glyphs[Math.floor(column / 4)]?.[row * 3 + (column % 4)] === "1";
  };
  const middle = (badgeSize - 1) / 2;
  const isDisc = (x: number, y: number): boolean => (x - middle) ** 2 + (y - middle) ** 2 <= (badgeSize / 2) ** 2;
  const pixels = new Uint8Array(badgeSize * badgeSize * 4);
  for (let y = 0; y < badgeSize; y++)
    for (let x = 0; x < badgeSize; x++)
      pixels.set(isInk(x, y) ? ink : isDisc(x, y) ? disc : clear, (y * badgeSize + x) * 4);
  return pixels;
};
