import { describe, expect, it, vi } from "vitest";
import { collectOpenedFiles, filesHandedOver } from "./opened-files.ts";

describe("files opened outside the window", () => {
  it("wait until the window takes them, each once, and are told when they are new", () => {
    const opened = collectOpenedFiles(["/a.ldx"]);
    const told = vi.fn<() => void>();
    opened.onAdded(told);
    opened.add(["/a.ldx"]);
    expect(told).not.toHaveBeenCalled();
    opened.add(["/b.ldx", "/a.ldx"]);
    expect(told).toHaveBeenCalledTimes(1);
    expect(opened.take()).toEqual(["/a.ldx", "/b.ldx"]);
    expect(opened.take()).toEqual([]);
    opened.add(["/a.ldx"]);
    expect(opened.take()).toEqual(["/a.ldx"]);
  });

  it.each([null, 1, "x", {}, { files: "/a.ldx" }, { files: [1, null, "a.ldx", "/etc/passwd", {}] }])(
    "are not taken from another start that hands over %j",
    (data) => {
      expect(filesHandedOver(data)).toEqual([]);
    },
  );

  it("are taken from another start that names them well", () => {
    expect(filesHandedOver({ files: ["/media/stick/a.ldx"] })).toEqual(["/media/stick/a.ldx"]);
  });
});
