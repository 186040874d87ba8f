/**
 * Step: what the operating system must bring. On Debian and its kin, as root, what is missing is installed with apt;
 * elsewhere a sentence names it. Libraries are looked for by the name the loader uses, since the packages that hold
 * them are called differently from one release to the next.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { run, runAnyway } from "./run.mjs";
import { said, StepFailed, withSignOfLife } from "./say.mjs";

/** Loader's name of each library Electron is linked to → the packages that may hold it, newest naming first. */
const electronLibraries = {
  "libasound.so.2": ["libasound2t64", "libasound2"],
  "libatk-1.0.so.0": ["libatk1.0-0t64", "libatk1.0-0"],
  "libatk-bridge-2.0.so.0": ["libatk-bridge2.0-0t64", "libatk-bridge2.0-0"],
  "libatspi.so.0": ["libatspi2.0-0t64", "libatspi2.0-0"],
  "libcairo.so.2": ["libcairo2"],
  "libcups.so.2": ["libcups2t64", "libcups2"],
  "libdbus-1.so.3": ["libdbus-1-3"],
  "libdrm.so.2": ["libdrm2"],
  "libexpat.so.1": ["libexpat1"],
  "libgbm.so.1": ["libgbm1"],
  "libglib-2.0.so.0": ["libglib2.0-0t64", "libglib2.0-0"],
  "libgtk-3.so.0": ["libgtk-3-0t64", "libgtk-3-0"],
  "libnspr4.so": ["libnspr4"],
  "libnss3.so": ["libnss3"],
  "libpango-1.0.so.0": ["libpango-1.0-0"],
  "libX11.so.6": ["libx11-6"],
  "libxcb.so.1": ["libxcb1"],
  "libXcomposite.so.1": ["libxcomposite1"],
  "libXdamage.so.1": ["libxdamage1"],
  "libXext.so.6": ["libxext6"],
  "libXfixes.so.3": ["libxfixes3"],
  "libxkbcommon.so.0": ["libxkbcommon0"],
  "libXrandr.so.2": ["libxrandr2"],
};

const onPath = (program) =>
  [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin", "/usr/bin", "/bin"].some((folder) =>
    existsSync(`${folder}/${program}`),
  );

const missingLibraries = async () => {
  const listed = await runAnyway(existsSync("/sbin/ldconfig") ? "/sbin/ldconfig" : "ldconfig", ["-p"], {
    quiet: true,
  }).catch(() => undefined);
  if (listed === undefined || listed.code !== 0) return [];
  return Object.entries(electronLibraries)
    .filter(([library]) => !listed.output.includes(`\t${library} `))
    .map(([, packages]) => packages);
};

const hasChineseFont = async () => {
  const listed = await runAnyway("fc-list", [":lang=zh", "family"], { quiet: true }).catch(() => undefined);
  if (listed !== undefined && listed.code === 0) return listed.output.trim() !== "";
  const folders = await readdir("/usr/share/fonts/opentype").catch(() => []);
  return folders.includes("noto") && onPath("fc-list");
};

/** What is missing on Linux, as lists of packages of which one each is enough. */
const missingOnLinux = async () => {
  const missing = await missingLibraries();
  if (!(await hasChineseFont())) missing.push(["fonts-noto-cjk"], ["fontconfig"]);
  if (!hasDisplay() && !onPath("Xvfb")) missing.push(["xvfb"]);
  return missing;
};

export const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

let listsAreFresh = false;

/** Installs one package out of each list with apt, as root on Debian's kin; else says what is to be installed. */
const install = async (alternatives) => {
  const names = alternatives.map((packages) => packages.at(-1)).join(" ");
  if (process.getuid?.() !== 0 || !onPath("apt-get")) {
    throw new StepFailed(
      `missing on this machine: ${names}`,
      onPath("apt-get")
        ? `install them once with: sudo apt-get install -y --no-install-recommends ${names} — then run the same command again.`
        : `install what your distribution calls ${names}, then run the same command again.`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    if (!listsAreFresh)
      await withSignOfLife("apt-get update", () => run("apt-get", ["update", "-qq"], { quiet: true, env }));
    listsAreFresh = true;
    const chosen = [];
    for (const packages of alternatives) chosen.push(await firstKnown(packages));
    await withSignOfLife(`apt-get install ${chosen.join(" ")}`, () =>
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...chosen], { quiet: true, env }),
    );
  } catch (error) {
    throw new StepFailed(error.message, `see that apt's sources can be reached, or install by hand: ${names}.`);
  }
};

const firstKnown = async (packages) => {
  for (const name of packages) {
    const shown = await runAnyway("apt-cache", ["show", name], { quiet: true });
    if (shown.code === 0 && shown.output.includes("Package:")) return name;
  }
  return packages.at(-1);
};

/** What Electron and its window need. Nothing to do on Windows and macOS, which bring it. */
export const installSystemPackages = async () => {
  if (process.platform !== "linux") return said("nothing needed on this system");
  const missing = await missingOnLinux();
  if (missing.length === 0) return said("all there");
  await install(missing);
  return said(`installed ${missing.length} that were missing`);
};

/** What compiling the addon needs; asked for only when something is to be compiled. */
export const installCompiler = async () => {
  const missing = ["g++", "make", "python3"].filter((program) => !onPath(program)).map((program) => [program]);
  if (missing.length > 0) await install(missing);
};
