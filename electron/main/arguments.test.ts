import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";

describe("start arguments", () => {
  it("take the data folder as --data DIR and --data=DIR, relative to the working directory", () => {
    expect(readArguments(["electron", ".", "--data", "office"], "/home/a").dataFolder).toBe("/home/a/office");
    expect(readArguments(["electron", "--data=/srv/office", "."], "/home/a").dataFolder).toBe("/srv/office");
  });

  it("pass over the switches that Chromium and test drivers add", () => {
    const argv = [
      "liandong",
      "--inspect=0",
      "--remote-debugging-port=0",
      "--no-sandbox",
      "--data",
      "/d",
      "--original-process-start-time=1",
    ];
    expect(readArguments(argv, "/")).toEqual({ dataFolder: "/d", commandLine: undefined, files: [] });
  });

  it("leave everything after --cli to the command line, its --data included", () => {
    expect(readArguments(["liandong", "--ozone-platform=headless", "--cli", "whoami", "--data", "/d"], "/")).toEqual({
      dataFolder: undefined,
      commandLine: ["whoami", "--data", "/d"],
      files: [],
    });
  });

  it("name the files of exchange that were opened by a double click, wherever they stand", () => {
    const argv = ["/opt/liandong", "--data=/d", "bundle.ldx", "--no-sandbox", "/media/stick/B.LDX", "notes.txt"];
    expect(readArguments(argv, "/home/a").files).toEqual(["/home/a/bundle.ldx", "/media/stick/B.LDX"]);
    expect(readArguments(["x", "file:///media/%E7%9B%98/a.ldx", "file://elsewhere/a.ldx"], "/").files).toEqual([
      "/media/盘/a.ldx",
    ]);
    expect(readArguments(["x", "--data", "office.ldx", "--mode=b.ldx"], "/").files).toEqual([]);
  });
});
