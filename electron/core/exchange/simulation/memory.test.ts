import { expect, test } from "vitest";
import { memoryOffices } from "./memory-office.ts";
import { simulate } from "./simulate.ts";
import { tellTally } from "./tally.ts";

const histories = Number(process.env["LIANDONG_HISTORIES"] ?? 1000);

test("EX1–EX26: offices in memory agree whatever happens to their files", { timeout: 0 }, async () => {
  const tally = await simulate({ maker: memoryOffices(), histories, length: { min: 40, max: 80 } });
  console.info(tellTally(tally));
  expect(tally.commits / tally.histories).toBeGreaterThan(5);
});
