import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMemory } from "./remembered.ts";

let profile: string;

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), "liandong-shell-"));
});
afterEach(() => {
  chmodSync(profile, 0o700);
  rmSync(profile, { recursive: true, force: true });
});

describe("the shell's memory", () => {
  it("keeps each part when another is written", () => {
    const memory = openMemory(profile);
    memory.remember({ language: "en" });
    memory.remember({ bounds: { x: 1, y: 2, width: 1366, height: 768 }, maximized: true });
    expect(openMemory(profile).recall()).toEqual({
      language: "en",
      maximized: true,
      bounds: { x: 1, y: 2, width: 1366, height: 768 },
    });
  });

  it("keeps the day of the last reminder, and takes anything else for none", () => {
    openMemory(profile).remember({ remindedOn: "2020-05-19" });
    expect(openMemory(profile).recall().remindedOn).toBe("2020-05-19");
    writeFileSync(join(profile, "shell.json"), '{"remindedOn":"yesterday"}');
    expect(openMemory(profile).recall().remindedOn).toBeUndefined();
  });

  it.each(["", "{", '"x"', "null", '{"bounds":{"x":"1"},"language":"fr"}'])(
    "takes a damaged file (%s) for none",
    (text) => {
      writeFileSync(join(profile, "shell.json"), text);
      const { bounds, language } = openMemory(profile).recall();
      expect([bounds, language]).toEqual([undefined, undefined]);
    },
  );

  it("does not get in the way where nothing can be written", () => {
    const memory = openMemory(join(profile, "missing"));
    expect(() => memory.remember({ language: "en" })).not.toThrow();
  });
});
