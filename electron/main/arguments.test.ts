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
    expect(readArguments(argv, "/")).toEqual({ dataFolder: "/d", commandLine: undefined });
  });

  it("leave everything after --cli to the command line, its --data included", () => {
    expect(readArguments(["liandong", "--ozone-platform=headless", "--cli", "whoami", "--data", "/d"], "/")).toEqual({
      dataFolder: undefined,
      commandLine: ["whoami", "--data", "/d"],
    });
  });
});
