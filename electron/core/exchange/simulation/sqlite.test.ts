import { afterAll, beforeAll, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { type SqliteMaker, sqliteOffices } from "./sqlite-maker.ts";
import { tellTally } from "./tally.ts";

const histories = 50;

/** The same histories at every run, so that a red run means a change of the code; LIANDONG_SEED plays others. */
const seed = Number(process.env["LIANDONG_SEED"] ?? 20261122);

let maker: SqliteMaker;
beforeAll(async () => {
  maker = await sqliteOffices();
});
afterAll(() => maker.remove());

test(
  "EX1–EX26: in 50 histories offices on SQLite, with real keys and files, come to one truth",
  { timeout: 0 },
  async () => {
    const tally = await simulate({ maker, histories, length: { min: 15, max: 30 }, seed });
    console.info(tellTally(tally));
    expect(tally.histories).toBe(histories);
    expect(tally.commits).toBeGreaterThan(2 * histories);
    expect(tally.taken).toBeGreaterThan(10 * histories);
  },
);
