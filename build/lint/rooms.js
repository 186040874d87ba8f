/**
 * The rooms of the program and who may import whom (docs/architecture.md), as a table that the lint rule reads. A path is
 * of the room with the longest matching folder.
 */

const libraries = {
  node: (specifier) =>
    specifier.startsWith("node:") ||
    ["fs", "path", "os", "child_process", "crypto", "worker_threads", "module"].includes(specifier),
  electron: (specifier) => specifier === "electron" || specifier.startsWith("electron/"),
  database: (specifier) => specifier === "better-sqlite3",
  screen: (specifier) =>
    /^(react|react-dom|antd|@ant-design\/icons|react-i18next|wouter|@tanstack\/react-[a-z]+)(\/|$)/.test(specifier),
};

/** `rooms`: others that may be imported, or `room:file` for a single file of one. `without`: libraries it must not know. */
export const rooms = {
  shared: { rooms: [], without: ["node", "electron", "database", "screen"] },
  "electron/core": { rooms: ["shared"], without: ["electron", "screen"] },
  "electron/cli": { rooms: ["electron/core", "shared"], without: ["electron", "database", "screen"] },
  "electron/main": { rooms: ["electron/core:process.ts", "shared"], without: ["database", "screen"] },
  "electron/preload": { rooms: ["shared"], without: ["node", "database", "screen"] },
  renderer: { rooms: ["shared"], without: ["node", "electron", "database"] },
  build: { rooms: ["electron/core", "shared", "e2e"], without: [] },
  e2e: { rooms: ["electron/core", "shared"], without: [] },
};

const names = Object.keys(rooms).toSorted((a, b) => b.length - a.length);

/** The room of a path relative to the repository, and the path inside it. */
export const roomOf = (path) => {
  const name = names.find((room) => path === room || path.startsWith(`${room}/`));
  return name === undefined ? undefined : { name, inside: path.slice(name.length + 1) };
};

const isTest = (path) => /\.test\.tsx?$/.test(path) || path.includes("/fixtures/");

/** A path of the repository that an import names, or undefined for a package. */
const pathOf = (from, specifier) => {
  if (specifier.startsWith("#shared/")) return `shared/${specifier.slice("#shared/".length)}`;
  if (specifier.startsWith("#core/")) return `electron/core/${specifier.slice("#core/".length)}`;
  if (!specifier.startsWith(".")) return undefined;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
};

/**
 * Why `specifier` may not be imported by the file `from` (relative to the repository), or undefined when it may.
 * Tests stand in their room, but run on Node: they may use its modules, and core to open a real file or database.
 */
export const whyForbidden = (from, specifier) => {
  const own = roomOf(from);
  if (own === undefined) return undefined;
  const rule = rooms[own.name];
  const path = pathOf(from, specifier);
  if (path === undefined) {
    if (isTest(from)) return undefined;
    const library = rule.without.find((name) => libraries[name](specifier));
    return library === undefined
      ? undefined
      : `${own.name}/ knows nothing of ${library}: '${specifier}' may not be imported here.`;
  }
  const other = roomOf(path);
  if (other === undefined || other.name === own.name) return undefined;
  if (isTest(from) && other.name === "electron/core") return undefined;
  const mayEnter = rule.rooms.some((allowed) => allowed === other.name || allowed === `${other.name}:${other.inside}`);
  return mayEnter ? undefined : `${own.name}/ may not import from ${other.name}/ (docs/architecture.md).`;
};
