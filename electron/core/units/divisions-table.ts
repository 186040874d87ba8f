/**
 * All divisions of China in memory, unpacked at first use (about a tenth of a second, 44,700 of them): a person
 * chooses the office once, and an everyday start of the program needs none of it.
 *
 * Arrays by position instead of objects: a search as one types walks all of them.
 */
import { brotliDecompressSync } from "node:zlib";
import { readingsOf, syllablesOf } from "#shared/pinyin/readings.ts";
import type { Tier } from "#shared/units/record.ts";
import { packedDivisions } from "./generated/divisions.ts";

export type DivisionsTable = {
  readonly names: readonly string[];
  /** Nine digits as a number, ascending. */
  readonly codes: Float64Array;
  /** Position of the division above; -1 for provinces. */
  readonly parents: Int32Array;
};

/** For each name its characters, as positions in `characters`: those of name n stand at starts[n] … starts[n + 1]. */
export type DivisionReadings = {
  readonly starts: Int32Array;
  readonly characters: Uint16Array;
  /** The reading in this name, as a position in `syllables`. */
  readonly reading: Uint16Array;
  /** For each character the first letters of all its readings, a bit each. */
  readonly letters: Int32Array;
  /** For each character its readings. */
  readonly readings: readonly (readonly string[])[];
  readonly syllables: readonly string[];
};

type Reader = { readonly bytes: Buffer; at: number };

const readVarint = (reader: Reader): number => {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = reader.bytes[reader.at] ?? 0;
    reader.at += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 0x80;
  }
};

export const tierOfNumber = (code: number): Tier => {
  if (code % 1000 !== 0) return "town";
  if (code % 10_000_000 === 0) return "province";
  return code % 100_000 === 0 ? "city" : "district";
};

/** The codes that may stand above, the nearest first: a district of Beijing stands directly under the province. */
const codesAbove = (code: number): readonly number[] =>
  [1000, 100_000, 10_000_000].map((span) => code - (code % span)).filter((above) => above < code);

/** Unpacks the generated text: the shape is described in build/divisions.mjs. */
export const unpackDivisions = (bytes: Buffer): DivisionsTable => {
  const reader: Reader = { bytes, at: 0 };
  const count = readVarint(reader);
  const codes = new Float64Array(count);
  const parents = new Int32Array(count).fill(-1);
  const positions = new Map<number, number>();
  let code = 0;
  for (let index = 0; index < count; index += 1) {
    code += readVarint(reader);
    codes[index] = code;
    for (const above of codesAbove(code)) {
      const parent = positions.get(above);
      if (parent === undefined) continue;
      parents[index] = parent;
      break;
    }
    if (code % 1000 === 0) positions.set(code, index);
  }
  return { names: bytes.toString("utf8", reader.at).split("\n"), codes, parents };
};

let table: DivisionsTable | undefined;
/** The table, unpacked once. */
export const divisionsTable = (): DivisionsTable =>
  (table ??= unpackDivisions(brotliDecompressSync(Buffer.from(packedDivisions, "base64"))));

export const letterBit = (letter: string): number => 1 << (letter.charCodeAt(0) - 97);

const numbering = () => {
  const values: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (value: string): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, values.length);
    return values.push(value) - 1;
  };
  return { values, numberOf };
};

const readDivisions = (names: readonly string[]): DivisionReadings => {
  const allCharacters = numbering();
  const allSyllables = numbering();
  const starts = new Int32Array(names.length + 1);
  const characters: number[] = [];
  const reading: number[] = [];
  // One walk over all names at once: no word reaches over a line's end.
  const text = Array.from(names.join("\n"));
  const syllables = syllablesOf(text);
  let name = 0;
  for (const [at, character] of text.entries()) {
    if (character === "\n") {
      name += 1;
      starts[name] = characters.length;
    } else {
      characters.push(allCharacters.numberOf(character));
      reading.push(allSyllables.numberOf(syllables[at] ?? ""));
    }
  }
  starts[names.length] = characters.length;
  const readings = allCharacters.values.map(readingsOf);
  // A word may read a character in a way that the table of single characters lacks, so both count.
  const letters = new Int32Array(readings.map((options) => options.reduce((bits, one) => bits | letterBit(one), 0)));
  for (const [at, character] of characters.entries()) {
    const syllable = allSyllables.values[reading[at] ?? 0] ?? "";
    if (syllable !== "") letters[character] = (letters[character] ?? 0) | letterBit(syllable);
  }
  return {
    starts,
    characters: Uint16Array.from(characters),
    reading: Uint16Array.from(reading),
    letters,
    readings,
    syllables: allSyllables.values,
  };
};

let readings: DivisionReadings | undefined;
/** How every name is read, worked out once when pinyin is first typed. */
export const divisionReadings = (): DivisionReadings => (readings ??= readDivisions(divisionsTable().names));
