/** Reads how many tests passed and failed out of the reports that vitest and Playwright write. */
import { readFile } from "node:fs/promises";

/** vitest's JSON report. A file that could not even be loaded counts as one failure. */
export const countVitest = async (file) => {
  const report = JSON.parse(await readFile(file, "utf8"));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
};

/** Playwright's JSON report. What passed at its repetition has passed, and is said aloud. */
export const countPlaywright = async (file) => {
  const { stats, errors } = JSON.parse(await readFile(file, "utf8"));
  if (stats.flaky > 0) console.log(`── passed only when repeated: ${stats.flaky}`);
  const passed = stats.expected + stats.flaky;
  return { passed, failed: stats.unexpected + (passed + stats.unexpected === 0 ? errors.length : 0) };
};
