/** What every write answers over the contract: the commit that holds it, by which it can be undone, and the records. */
import type { Done } from "#shared/contract/parts.ts";
import type { Committed } from "./store/commit.ts";

export const done = ({ version, ids, proposed }: Pick<Committed, "version" | "ids" | "proposed">): Done => ({
  version,
  ids: [...ids],
  ...(proposed !== undefined && { proposed }),
});
