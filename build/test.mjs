/**
 * `npm test`: set-up, then every suite one after the other, each to its end even when one before it failed. The last
 * line is the sum, `N passed, N failed`, in which type check, lint and format count as one each.
 */
import { rm } from "node:fs/promises";
import { asScript, setUp } from "./setup.mjs";
import { openDisplay } from "./setup/display.mjs";
import { inRoot } from "./setup/places.mjs";
import { runAnyway, toolNode } from "./setup/run.mjs";
import { runtimeEnvironment } from "./setup/runtime.mjs";
import { countPlaywright, countVitest } from "./test/counts.mjs";

const one = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A suite that died before it wrote its report has failed once; one that failed outside its tests as well. */
const counted = (count, file) => async (code) => {
  const { passed, failed } = await count(file).catch(() => ({ passed: 0, failed: 1 }));
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
};

const vitestReport = inRoot("test-results", "vitest.json");
const playwrightReport = inRoot("test-results", "e2e.json");

const suites = [
  { title: "Types", args: ["node_modules/typescript/bin/tsc", "-b"], outcome: one },
  { title: "Lint", args: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--quiet"], outcome: one },
  { title: "Format", args: ["node_modules/oxfmt/bin/oxfmt", "--check"], outcome: one },
  {
    title: "Unit and property tests",
    args: [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ],
    outcome: counted(countVitest, vitestReport),
  },
  {
    title: "The real program, from its sources and packaged",
    args: ["node_modules/@playwright/test/cli.js", "test", "-c", "e2e/playwright.config.ts"],
    outcome: counted(countPlaywright, playwrightReport),
  },
];

const runSuite = async ({ title, args, outcome }, env) => {
  console.log(`\n── ${title}`);
  const start = Date.now();
  const { code } = await runAnyway(toolNode(), args, { env });
  const counts = await outcome(code);
  console.log(
    `── ${title}: ${counts.passed} passed, ${counts.failed} failed (${((Date.now() - start) / 1000).toFixed(1)} s)`,
  );
  return counts;
};

await asScript(async () => {
  const runtime = await setUp();
  const closeDisplay = await openDisplay();
  await rm(inRoot("test-results"), { recursive: true, force: true });
  let passed = 0;
  let failed = 0;
  try {
    for (const suite of suites) {
      const counts = await runSuite(suite, runtimeEnvironment(runtime));
      passed += counts.passed;
      failed += counts.failed;
    }
  } finally {
    closeDisplay();
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
