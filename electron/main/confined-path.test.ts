import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileInside } from "./confined-path.ts";

const folder = "/opt/program/out/renderer";

describe("app:// with path confinement", () => {
  it("serves files of the folder and of folders in it", () => {
    expect(fileInside(folder, "/index.html")).toBe(`${folder}/index.html`);
    expect(fileInside(folder, "/assets/a%20b.js")).toBe(`${folder}/assets/a b.js`);
  });

  it.each([
    "/..%2f..%2fpackage.json",
    "/../../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%5c..%5cx",
    "/a%00.js",
    "/%E0%A4%A",
    "/../renderer-other/x.js",
  ])("refuses %s", (path) => {
    expect(fileInside(folder, path)).toBeUndefined();
  });

  it("never answers with a path outside the folder, whatever is asked", () => {
    const parts = fc.array(
      fc.constantFrom("..", ".", "%2e%2e", "%2f", "a", "/", "\\", "%5c", "%252e", "renderer", ""),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, (path) => {
        const found = fileInside(folder, `/${path.join("/")}`);
        expect(found === undefined || (found.startsWith(`${folder}/`) && !found.includes("/../"))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
