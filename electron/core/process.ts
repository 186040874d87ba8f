/** Core's entry in the utility process: says that it is ready and ends when it is told to. */
import type { CoreToMain, MainToCore } from "#shared/contract/bridge.ts";

interface ParentPort {
  on(name: "message", listener: (event: { data: MainToCore }) => void): void;
  postMessage(message: CoreToMain): void;
}

const { parentPort } = process as unknown as { parentPort: ParentPort };
parentPort.on("message", ({ data }) => {
  if (data.type === "shutdown") process.exit(0);
});
parentPort.postMessage({ type: "ready" });
