/** A virtual display for machines without one: our own Xvfb, on the first free number, ended with the script. */
import { spawn } from "node:child_process";
import { hasDisplay } from "./system-packages.mjs";

/**
 * Makes sure there is a display for children to open windows on, by `DISPLAY` in this process's environment.
 * @returns how to end it
 */
export const openDisplay = async ({ width = 1680, height = 1050 } = {}) => {
  if (hasDisplay()) return () => {};
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-noreset"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      // Of a session of its own, so that Ctrl+C does not take the display from under a program that is still closing.
      detached: true,
    },
  );
  const number = await new Promise((resolve, reject) => {
    server.on("error", (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    server.on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    let written = "";
    server.stdio[3].setEncoding("utf8").on("data", (text) => {
      written += text;
      if (written.includes("\n")) resolve(written.trim());
    });
  });
  process.env.DISPLAY = `:${number}`;
  const end = () => {
    delete process.env.DISPLAY;
    server.removeAllListeners("exit");
    server.kill();
  };
  process.once("exit", () => server.kill());
  server.unref();
  server.stdio[3].unref();
  return end;
};
