/**
 * `npm run soak [histories]`: the property tests with many more runs than `npm test` has time for. Vitest prints the seed
 * and the counterexample of what it finds; a found seed becomes a named test.
 * `npm run soak -- exchange [--histories 100000] [--minutes 60] [--folder <path>]`: the simulation of offices that
 * exchange files, which goes on where the last call stopped.
 */
import { spawnSync } from "node:child_process";

const [what = "2000", ...others] = process.argv.slice(2);
const [command, args] =
  what === "exchange"
    ? ["node", ["electron/core/exchange/simulation/soak.ts", ...others]]
    : ["vitest", ["run", "--testTimeout=0", "electron/core/store/replay.test.ts"]];
const { status } = spawnSync(command, args, {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, LIANDONG_HISTORIES: what },
});
process.exitCode = status ?? 1;
