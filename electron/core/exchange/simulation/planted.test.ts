import { expect, test } from "vitest";
import { memoryOffices } from "./memory-office.ts";
import { plantedBugs } from "./planted-bugs.ts";
import { simulate } from "./simulate.ts";

/** What has to go red for each bug; more than one may. */
const caughtBy: Record<(typeof plantedBugs)[number], RegExp> = {
  "ignore-base": /losers|states|digests/u,
  "no-authority": /authority/u,
  "drop-losers": /losers/u,
  "leak-scope": /scope/u,
  "not-idempotent": /idempotence|settling/u,
  "arrival-decides": /states/u,
  "half-taken": /crash/u,
  "revoked-counts": /revoked/u,
};

test.each(plantedBugs)("the simulation turns red when a bug is planted: %s", { timeout: 0 }, async (bug) => {
  const found = simulate({
    maker: memoryOffices(bug),
    histories: 600,
    length: { min: 40, max: 60 },
    thefts: bug === "revoked-counts",
    shrink: false,
  });
  await expect(found).rejects.toThrow(caughtBy[bug]);
});
