import { expect, test } from "vitest";
import { memoryOffices } from "./memory-office.ts";
import { simulate } from "./simulate.ts";
import { tooLittle, tellTally } from "./tally.ts";

const histories = 2000;

/**
 * The same histories at every run, so that a red run means a change of the code; other ones are the soak's
 * (`npm run soak -- exchange`), or LIANDONG_SEED's.
 */
const seed = Number(process.env["LIANDONG_SEED"] ?? 20261122);

test(
  "EX1–EX26: in 2,000 histories offices in memory come to one truth, whatever happens to their files",
  { timeout: 0 },
  async () => {
    const tally = await simulate({ maker: memoryOffices(), histories, length: { min: 30, max: 60 }, seed });
    console.info(tellTally(tally));
    expect(tally.histories).toBe(histories);
    expect(tooLittle(tally), "it did too little").toEqual([]);
  },
);
