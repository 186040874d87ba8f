/**
 * Starting other programs: always without a shell where that is possible, with the project's own tools first on PATH,
 * and with an error that carries the last lines the program wrote.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { inRoot } from "./places.mjs";

const windows = process.platform === "win32";

/** The tool chain's own Node (24), which npm installed for this platform; the one that runs this script otherwise. */
export const toolNode = () => {
  const installed = inRoot(
    "node_modules",
    `node-${windows ? "win" : process.platform}-${process.arch}`,
    "bin",
    windows ? "node.exe" : "node",
  );
  return existsSync(installed) ? installed : process.execPath;
};

/** The environment for every child: the project's tools, then what there was. */
export const toolEnvironment = (extra = {}) => ({
  ...process.env,
  PATH: [join(toolNode(), ".."), inRoot("node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter),
  ...extra,
});

const lastLines = (text, count = 25) => text.trimEnd().split("\n").slice(-count).join("\n");
const firstLines = (text, count = 25) => text.trim().split("\n").slice(0, count).join("\n");

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean, timeout?: number, shell?: boolean, tee?: boolean }} [options]
 *   quiet: keep the output back and show it only in the error; tee: show it and return it; timeout in milliseconds
 * @returns {Promise<{ code: number, output: string }>} rejects when it cannot be started or exceeds the timeout
 */
export const runAnyway = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const keep = options.quiet || options.tee;
    const child = spawn(command, args, {
      cwd: options.cwd ?? inRoot(),
      env: options.env ?? toolEnvironment(),
      stdio: ["ignore", keep ? "pipe" : "inherit", keep ? "pipe" : "inherit"],
      shell: options.shell ?? false,
    });
    let output = "";
    const take = (stream) => (chunk) => {
      output += chunk;
      if (options.tee) stream.write(chunk);
    };
    child.stdout?.setEncoding("utf8").on("data", take(process.stdout));
    child.stderr?.setEncoding("utf8").on("data", take(process.stderr));
    const timer = options.timeout ? setTimeout(() => child.kill("SIGKILL"), options.timeout) : undefined;
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === null) output += `\n${command} was ended by ${signal}`;
      resolve({ code: code ?? 1, output });
    });
  });

/** As `runAnyway`, but a code other than 0 is an error that shows the last lines (`showFirst`: the first). */
export const run = async (command, args, options = {}) => {
  const result = await runAnyway(command, args, options);
  if (result.code !== 0) {
    const part = options.showFirst ? firstLines : lastLines;
    const shown = result.output === "" ? "" : `\n${part(stripVTControlCharacters(result.output))}`;
    throw new Error(`${[command, ...args].join(" ")} ended with ${result.code}${shown}`);
  }
  return result.output;
};

/** npm itself, the one that runs this script where there is one (`npm_execpath`), else the one on PATH. */
export const npm = (args, options = {}) => {
  const own = process.env.npm_execpath;
  if (own !== undefined && /\.[cm]?js$/.test(own))
    return run(process.execPath, [own, ...args], { ...options, env: options.env ?? process.env });
  return run(windows ? "npm.cmd" : "npm", args, { ...options, env: options.env ?? process.env, shell: windows });
};

/** A tool of node_modules by the JavaScript file it really is, on the tool chain's Node. */
export const tool = (file, args, options = {}) => run(toolNode(), [inRoot("node_modules", file), ...args], options);
