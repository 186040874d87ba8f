/**
 * Letters typed without spaces as syllables: huanbao is huan bao, xian is xian or xi an, zhangdianq breaks off in a
 * third. All ways are kept, because only what is stored can tell which was meant.
 */
import { defaultReadings } from "../pinyin/generated/readings.ts";

type Syllables = { readonly whole: ReadonlySet<string>; readonly beginnings: ReadonlySet<string> };

let loaded: Syllables | undefined;
const syllables = (): Syllables => {
  if (loaded !== undefined) return loaded;
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const entry of defaultReadings.split(";")) {
    const syllable = entry.slice(0, entry.indexOf(":"));
    if (!/[aeiouv]/.test(syllable)) continue;
    whole.add(syllable);
    for (let length = 1; length <= syllable.length; length += 1) beginnings.add(syllable.slice(0, length));
  }
  loaded = { whole, beginnings };
  return loaded;
};

const longestSyllable = 6;

/** At most `limit` ways to read letters as syllables, the last of which may break off; longer syllables first. */
export const segmentations = (letters: string, limit: number): readonly (readonly string[])[] => {
  const { whole, beginnings } = syllables();
  const found: string[][] = [];
  /** Ends from which nothing can be read, so that a long text of no meaning is not tried in all ways. */
  const hopeless = new Set<number>();
  const read = (at: number, before: readonly string[]): boolean => {
    if (found.length >= limit) return true;
    if (hopeless.has(at)) return false;
    let any = false;
    const rest = letters.slice(at, at + longestSyllable);
    if (at + rest.length === letters.length && beginnings.has(rest)) {
      found.push([...before, rest]);
      any = true;
    }
    for (let length = Math.min(rest.length, letters.length - at - 1); length > 0; length -= 1) {
      const syllable = rest.slice(0, length);
      if (whole.has(syllable) && read(at + length, [...before, syllable])) any = true;
    }
    if (!any) hopeless.add(at);
    return any;
  };
  if (letters !== "") read(0, []);
  return found;
};
