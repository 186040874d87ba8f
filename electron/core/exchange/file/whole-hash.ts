/** The hash that a whole commit must have, so that a file need not carry it and a poisoned one is known (EX2, EX22). */
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import { commitHash, type HashedChange } from "../../store/canonical.ts";

/**
 * Null where it cannot be told: a part of a commit, a way of hashing that this version does not know, or one of the
 * first way of which a value was purged.
 */
export const wholeHash = (commit: BundledCommit): string | null => {
  const { whole, format } = commit;
  if (!whole || (format !== 1 && format !== 2)) return null;
  const { epoch, seq, prev, lamport, at, office, device, action, note, undoes, changes } = commit;
  const hashed: HashedChange[] = [];
  for (const { record, kind, unit, value, purged, base, behalf } of changes) {
    if (purged === null ? value === null : format === 1) return null;
    hashed.push({ record, kind, unit, value: value ?? "", base: JSON.stringify(base), behalf, purged });
  }
  return commitHash({ epoch, seq, prev, lamport, at, office, device, action, note, undoes }, hashed, format);
};
