/**
 * Whether a commit from outside is one that this program could have written (EX22, EX23), checked by hand since there
 * are tens of thousands: as strict as `bundledCommitSchema` (a test holds the two together) and stricter on values.
 * A commit that fails is set aside alone.
 */
import type { BundledChange, BundledCommit } from "#shared/exchange/bundle.ts";
import type { Limits } from "./limits.ts";
import { depthOf, hasForbiddenKey } from "./strict-json.ts";

export interface Poisoned {
  /** Place in the bundle's entries. */
  readonly place: number;
  /** What about the commit is wrong, for the technical details. */
  readonly what: string;
}

const epochName = /^[0-9a-f]{32}$/;
const hashName = /^[0-9a-f]{64}$/;
const versionName = /^[0-9a-f]{32}:\d{1,16}(:[0-9a-f]{8})?$/;

/** Far beyond what work can reach, and far from where numbers stop being exact: one that counts on has room. */
const highest = 2 ** 50;
const isCounter = (count: number): boolean => Number.isSafeInteger(count) && count >= 0 && count < highest;

const isWord = (text: string): boolean => text.length <= 200;

/** What is wrong with it; null: nothing. `values` remembers texts that were found good. */
export const wrongWith = (commit: BundledCommit, limits: Limits, values: GoodValues): string | null => {
  const { epoch, seq, hash, prev, lamport, at, office, device, action, undoes, format } = commit;
  if (!epochName.test(epoch)) return "epoch";
  if (!isCounter(seq) || seq < 1) return "seq";
  if (!hashName.test(hash)) return "hash";
  if (prev !== null && !hashName.test(prev)) return "prev";
  if (!isCounter(lamport)) return "lamport";
  if (at.length > 40) return "at";
  if (!isWord(office) || !isWord(device) || !isWord(action)) return "author";
  if (undoes !== null && !versionName.test(undoes)) return "undoes";
  if (format < 1) return "format";
  for (const change of commit.changes) {
    const wrong = wrongWithChange(change, limits, values);
    if (wrong) return wrong;
  }
  return null;
};

const wrongWithChange = (change: BundledChange, limits: Limits, values: GoodValues): string | null => {
  const { ord, record, kind, unit, value, purged, base, behalf } = change;
  if (!Number.isSafeInteger(ord)) return "ord";
  if (record.length < 1 || record.length > 120) return "record";
  if (!isWord(kind) || !isWord(unit) || (behalf !== null && !isWord(behalf))) return "unit";
  if (purged !== null && !hashName.test(purged)) return "purged";
  // Of a creation some units may have been purged and the others stay, so that both are there (EX8).
  if (value === null && purged === null) return "value";
  for (const version of base) if (!versionName.test(version)) return "base";
  return value === null || values.isGood(value, limits) ? null : "value";
};

/** Many values repeat (a category, a unit's name): each text is looked at once. */
export class GoodValues {
  readonly #good = new Set<string>();

  isGood(text: string, limits: Limits): boolean {
    // Looked at sooner than found.
    if (isPlain(text, limits)) return true;
    if (this.#good.has(text)) return true;
    if (!isGoodValue(text, limits)) return false;
    if (text.length < 100) this.#good.add(text);
    return true;
  }
}

/** A string without anything that would have to be escaped. */
const plainString = /^"[ !#-[\]-\ud7ff\ue000-\uffff]*"$/;

const isPlain = (text: string, { value: most }: Pick<Limits, "value">): boolean =>
  text.length <= most && text.startsWith('"') && plainString.test(text);

/**
 * JSON as `JSON.stringify` writes it, so that one value has one text and no key stands twice in an object.
 * Exported for its test.
 */
export const isGoodValue = (text: string, { depth, value: most }: Limits): boolean => {
  if (text.length > most) return false;
  if (isPlain(text, { value: most })) return true;
  if (depthOf(text) > depth) return false;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text && !hasForbiddenKey(value);
  } catch {
    return false;
  }
};
