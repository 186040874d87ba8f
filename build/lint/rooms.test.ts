/**
 * The boundary rules shown failing: oxlint itself, with this repository's configuration, on a small tree that holds one
 * forbidden thing per file, and beside it the same tree without them.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = resolve(import.meta.dirname, "../..");

const forbidden = {
  "shared/a.ts": `import { x } from "../electron/core/x.ts"; export const a = x;`,
  "shared/b.ts": `import { x } from "#core/x.ts"; export const a = x;`,
  "shared/c.ts": `import { readFileSync } from "node:fs"; export const a = readFileSync;`,
  "shared/d.ts": `export { useState } from "react";`,
  "electron/core/a.ts": `import { app } from "electron"; export const a = app;`,
  "electron/core/b.ts": `import { x } from "../main/x.ts"; export const a = x;`,
  "electron/core/c.ts": `export const a = async () => import("../../renderer/x.ts");`,
  "electron/core/d.ts": `import { x } from "../cli/x.ts"; export const a = x;`,
  "electron/cli/a.ts": `import { x } from "../main/x.ts"; export const a = x;`,
  "electron/cli/b.ts": `import { app } from "electron"; export const a = app;`,
  "electron/main/a.ts": `import { x } from "#core/store/x.ts"; export const a = x;`,
  "electron/main/b.ts": `export * from "../../renderer/x.ts";`,
  "electron/main/c.ts": `import Database from "better-sqlite3"; export const a = Database;`,
  "electron/preload/a.ts": `import { x } from "../core/x.ts"; export const a = x;`,
  "electron/preload/b.ts": `import { readFileSync } from "node:fs"; export const a = readFileSync;`,
  "renderer/a.tsx": `import { x } from "#core/x.ts"; export const a = x;`,
  "renderer/b.tsx": `import { x } from "../electron/core/x.ts"; export const a = x;`,
  "renderer/c.tsx": `import type { IpcRenderer } from "electron"; export type A = IpcRenderer;`,
  "renderer/d.tsx": `import { join } from "node:path"; export const a = join;`,
  "e2e/a.ts": `import { x } from "../renderer/x.ts"; export const a = x;`,
  "build/a.ts": `import { x } from "../electron/main/x.ts"; export const a = x;`,
} as const;

const otherRules = {
  "electron/main/raw.ts": [`import { ipcMain } from "electron"; export const a = ipcMain;`, "raw-ipc"],
  "electron/preload/raw.ts": [
    `import * as electron from "electron"; export const a = electron.ipcRenderer;`,
    "raw-ipc",
  ],
  "renderer/words1.tsx": [`export const a = (b: boolean) => (b ? "是" : "no");`, "words-in-translations"],
  "renderer/words2.tsx": [`export const A = () => <p>台账</p>;`, "words-in-translations"],
  "electron/core/words3.ts": ["export const a = (n: number) => `${n} 条`;", "words-in-translations"],
  "shared/any.ts": [`export const a = (b: any): unknown => b;`, "no-explicit-any"],
  "shared/default.ts": [`export default 1;`, "no-default-export"],
  "shared/promise.ts": [`const work = async () => 1; export const a = () => { work(); };`, "no-floating-promises"],
  "shared/cycle1.ts": [`import { b } from "./cycle2.ts"; export const a = () => b;`, "no-cycle"],
} as const;

const allowed = {
  "shared/x.ts": `export const x = 1;`,
  "shared/cycle2.ts": `import { a } from "./cycle1.ts"; export const b = () => a;`,
  "shared/translations/zh-CN/x.ts": `export const x = "台账";`,
  "electron/core/x.ts": `import { readFileSync } from "node:fs"; import { x } from "#shared/x.ts"; export const y = [x, readFileSync];`,
  "electron/core/process.ts": `export const entry = 1;`,
  "electron/cli/x.ts": `import { y } from "#core/x.ts"; export const z = y;`,
  "electron/main/x.ts": `import { entry } from "#core/process.ts"; import { app } from "electron"; export const z = [entry, app];`,
  "electron/main/ipc.ts": `import { ipcMain } from "electron"; export const a = ipcMain;`,
  "electron/preload/ipc.ts": `import { ipcRenderer } from "electron"; export const a = ipcRenderer;`,
  "renderer/x.tsx": `import { useState } from "react"; import { x } from "../shared/x.ts"; export const y = [x, useState];`,
  "renderer/x.test.ts": `import { readFileSync } from "node:fs"; export const words = ["台账", readFileSync];`,
} as const;

interface Finding {
  readonly code: string;
  readonly filename: string;
}

let folder: string;
let findings: readonly Finding[];

const lint = (cwd: string): Promise<string> =>
  new Promise((done) => {
    const oxlint = join(repository, "node_modules/oxlint/bin/oxlint");
    execFile(
      process.execPath,
      [oxlint, "--type-aware", "--format", "json"],
      { cwd, env: { ...process.env, LIANDONG_LINT_ROOT: cwd } },
      (_error, stdout) => done(stdout),
    );
  });

const isFinding = (value: unknown): value is Finding =>
  typeof value === "object" && value !== null && "code" in value && "filename" in value;

const codesAt = (file: string): string[] =>
  findings.filter(({ filename }) => filename === file).map(({ code }) => code);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liandong-lint-"));
  const files = {
    ...forbidden,
    ...allowed,
    ...Object.fromEntries(Object.entries(otherRules).map(([file, [text]]) => [file, text])),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${text}\n`);
  }
  for (const linked of [".oxlintrc.json", "tsconfig.base.json", "node_modules", "package.json", "build/lint"]) {
    await symlink(join(repository, linked), join(folder, linked));
  }
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: "./tsconfig.base.json",
      compilerOptions: { jsx: "react-jsx" },
      include: ["shared", "electron", "renderer", "e2e", "build"],
    }),
  );
  const report: { diagnostics: unknown[] } = JSON.parse(await lint(folder));
  findings = report.diagnostics.filter(isFinding);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the rooms of docs/architecture.md", () => {
  it.each(Object.keys(forbidden))("a forbidden import fails: %s", (file) => {
    expect(codesAt(file)).toContain("liandong(rooms)");
  });

  it.each(Object.entries(otherRules).map(([file, [, rule]]) => [file, rule]))("%s fails by %s", (file, rule) => {
    expect(codesAt(file).some((code) => code.includes(rule))).toBe(true);
  });

  it.each(Object.keys(allowed))("what is allowed passes: %s", (file) => {
    expect(codesAt(file).filter((code) => code.startsWith("liandong"))).toEqual([]);
  });
});
