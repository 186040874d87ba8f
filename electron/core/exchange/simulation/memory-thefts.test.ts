import { expect, test } from "vitest";
import { memoryOffices } from "./memory-office.ts";
import { simulate } from "./simulate.ts";
import { tellTally, tooLittle } from "./tally.ts";

const histories = 200;

/** The same histories at every run; LIANDONG_SEED plays others. */
const seed = Number(process.env["LIANDONG_SEED"] ?? 1);

test(
  "EX15, EX17: in 200 histories with stolen and revoked computers and a province that adopts the city, nobody counts what does not",
  { timeout: 0 },
  async () => {
    const tally = await simulate({
      maker: memoryOffices(),
      histories,
      length: { min: 30, max: 60 },
      thefts: true,
      seed,
    });
    console.info(tellTally(tally));
    expect(tooLittle(tally, { thefts: true }), "it did too little").toEqual([]);
  },
);
