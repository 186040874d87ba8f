/**
 * `npm run soak -- exchange`: histories by the hundred thousand, for as long as there is time. What was done is kept in
 * a file after each batch, so that the next call goes on where this one stopped.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { memoryOffices } from "./memory-office.ts";
import { simulate } from "./simulate.ts";
import { addTally, emptyTally, type Tally, tellTally } from "./tally.ts";

interface Soaked {
  batches: number;
  seconds: number;
  tally: Tally;
}

const { values } = parseArgs({
  options: {
    histories: { type: "string", default: "100000" },
    minutes: { type: "string", default: "60" },
    folder: { type: "string", default: join(tmpdir(), "liandong-soak") },
  },
});
const wanted = Number(values.histories);
const until = Date.now() + Number(values.minutes) * 60_000;
const batch = 250;
const firstSeed = 20200519;

const path = join(values.folder, "exchange.json");
mkdirSync(values.folder, { recursive: true });

const before = (): Soaked => {
  try {
    const kept = JSON.parse(readFileSync(path, "utf8")) as Soaked;
    return { ...kept, tally: { ...emptyTally(), ...kept.tally } };
  } catch {
    return { batches: 0, seconds: 0, tally: emptyTally() };
  }
};

const soaked = before();
console.info(`${soaked.tally.histories} histories done before, by ${path}`);
while (soaked.tally.histories < wanted && Date.now() < until) {
  const begun = Date.now();
  const seed = firstSeed + soaked.batches;
  // A longer life now and then: some mistakes need time to show.
  const length = soaked.batches % 4 === 3 ? { min: 80, max: 160 } : { min: 30, max: 60 };
  addTally(soaked.tally, await simulate({ maker: memoryOffices(), histories: batch, length, seed }));
  soaked.batches += 1;
  soaked.seconds += (Date.now() - begun) / 1000;
  writeFileSync(path, JSON.stringify(soaked));
  console.info(`${Math.round(soaked.seconds)} s, ${tellTally(soaked.tally)}`);
}
console.info(soaked.tally.histories >= wanted ? "All done." : "Out of time; call again to go on.");
