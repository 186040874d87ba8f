/**
 * Core's entry in the utility process: opens the data folder, says whether it could, answers the window over each port
 * it is handed, and closes the database when it is told to end.
 */
import type { SupportedMessagePort } from "@orpc/client/message-port";
import { RPCHandler } from "@orpc/server/message-port";
import type { CoreToMain, MainToCore } from "#shared/contract/bridge.ts";
import { isAppError } from "#shared/errors.ts";
import { handOsKey } from "./exchange/identity/keys.ts";
import { lookAgainAfterStart } from "./exchange/inbox/at-start.ts";
import { followWatchedFolder } from "./exchange/watched/watch.ts";
import { openProgram, type Program } from "./program.ts";
import { router } from "./router.ts";
import { programVersion } from "./version.ts";
import { atEachMidnight } from "./system/midnight.ts";

/** The sides of Electron's ports that core uses; core imports nothing of Electron. */
type CorePort = Extract<SupportedMessagePort, { on: unknown }> & { start(): void };
interface ParentPort {
  on(name: "message", listener: (event: { data: MainToCore; ports: CorePort[] }) => void): void;
  postMessage(message: CoreToMain): void;
}

const { parentPort } = process as unknown as { parentPort: ParentPort };
const folder = process.argv[process.argv.indexOf("--data") + 1] ?? "";

const open = (): Program | null => {
  try {
    const workerUrl = new URL("./worker.js", import.meta.url);
    return openProgram({ folder, version: programVersion, workerUrl, who: "window" });
  } catch (error) {
    if (!isAppError(error)) throw error;
    parentPort.postMessage({ type: "refused", code: error.code, params: error.params });
    return null;
  }
};

// Ctrl+C in a terminal reaches core as well; it is the main process that says when to close.
process.on("SIGINT", () => {});

const program = open();
if (program) serve(program);

function serve(program: Program): void {
  const handler = new RPCHandler(router);
  const stopWaiting = atEachMidnight(program);
  const stopFollowing = followWatchedFolder(program);
  const stopLooking = lookAgainAfterStart(program);
  parentPort.on("message", ({ data, ports }) => {
    if (data.type === "shutdown") {
      stopWaiting();
      void stopFollowing();
      void stopLooking();
      program.close();
      process.exit(0);
    }
    if (data.type === "os-key") handOsKey(program.store, Buffer.from(data.key, "base64url"));
    const [port] = ports;
    if (!port) return;
    handler.upgrade(port, { context: program });
    port.start();
  });
  parentPort.postMessage({ type: "ready" });
}
