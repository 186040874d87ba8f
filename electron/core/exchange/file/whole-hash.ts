/** The hash that a whole commit must have, so that a file need not carry it and a poisoned one is known (EX2, EX22). */
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import { commitHash, type HashedChange } from "../../store/canonical.ts";

/** Null where it cannot be told: a part of a commit, or a way of hashing that this version does not know. */
export const wholeHash = (commit: BundledCommit): string | null => {
  if (!commit.whole || commit.format !== 1) return null;
  const { epoch, seq, prev, lamport, at, office, device, action, note, undoes, changes } = commit;
  const hashed: HashedChange[] = [];
  for (const { record, kind, unit, value, base, behalf } of changes) {
    if (value === null) return null;
    hashed.push({ record, kind, unit, value, base: JSON.stringify(base), behalf });
  }
  return commitHash({ epoch, seq, prev, lamport, at, office, device, action, note, undoes }, hashed);
};
