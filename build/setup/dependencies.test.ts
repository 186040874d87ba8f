import { describe, expect, it } from "vitest";
import { installedAsLocked } from "./dependencies.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a-win": { version: "1.0.0", optional: true },
  },
};

describe("nothing half-installed is taken for installed", () => {
  it("what npm recorded must hold every package in its locked version; other platforms' may be absent", () => {
    expect(installedAsLocked(lock, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
    expect(installedAsLocked(lock, { packages: { "node_modules/a": { version: "0.9.0" } } })).toBe(false);
    expect(installedAsLocked(lock, { packages: {} })).toBe(false);
    expect(installedAsLocked(lock, undefined)).toBe(false);
  });
});
