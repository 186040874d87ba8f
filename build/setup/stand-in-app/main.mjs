/**
 * What Electron's default app does, for the stand-in runtime: a packaged Electron has no default_app.asar, so it could
 * not be started as `electron <app folder>`. It takes the folder from the arguments, gives the program its own name,
 * version and path, and awaits its main at top level: were it not awaited, `ready` would fire before the program's
 * main has run, and privileged schemes can be registered only before that.
 */
import { app } from "electron";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folderOrFile = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
if (folderOrFile === undefined) {
  console.error("Usage: electron [flags] <app folder> [arguments]");
  process.exit(2);
}

const path = resolve(folderOrFile);
let main = path;
if (existsSync(path) && statSync(path).isDirectory()) {
  const about = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  main = resolve(path, about.main ?? "index.js");
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version ?? "");
  app.setAppPath(path);
} else {
  app.setAppPath(dirname(path));
}

Object.defineProperty(process, "defaultApp", { configurable: false, enumerable: true, value: true });
try {
  await import(pathToFileURL(main).href);
} catch (error) {
  // Electron would show a dialog and wait for somebody to press its button, which on a virtual display is for ever.
  console.error(error);
  process.exit(1);
}
