/**
 * `npm run soak [histories]`: the property tests with many more runs than `npm test` has time for. Vitest prints the seed
 * and the counterexample of what it finds; a found seed becomes a named test.
 */
import { spawnSync } from "node:child_process";

const histories = process.argv[2] ?? "2000";
const { status } = spawnSync("vitest", ["run", "--testTimeout=0", "electron/core/store/replay.test.ts"], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, LIANDONG_HISTORIES: histories },
});
process.exitCode = status ?? 1;
