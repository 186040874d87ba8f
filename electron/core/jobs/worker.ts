/** Entry of core's worker threads. */
import { parentPort } from "node:worker_threads";

parentPort?.on("message", () => parentPort?.postMessage({ type: "unknown-job" }));
