/**
 * Core's life: started beside the window in a utility process, asked for ports, watched, and started again when it dies.
 * A refusal (damaged database, read-only folder, another writer …) is not a crash: the window shows it and core is
 * started again only when somebody asks.
 */
import type { CoreState, CoreToMain, MainToCore } from "#shared/contract/bridge.ts";
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from "electron";

/** Dying this often within this time (milliseconds) means that starting again does not help. */
const mostDeaths = 4;
const deathsWithin = 30_000;

/** How long core may take to close its database before the program ends all the same. */
const closeWithin = 5_000;

export interface CoreProcess {
  readonly state: () => CoreState;
  /** One end of a new channel to core. Waits while core is starting; rejects when it has refused or stays stopped. */
  readonly openPort: () => Promise<MessagePortMain>;
  readonly restart: () => void;
  /** Closes core for good. */
  readonly stop: () => Promise<void>;
}

const isCoreToMain = (message: unknown): message is CoreToMain =>
  typeof message === "object" &&
  message !== null &&
  "type" in message &&
  (message.type === "ready" || message.type === "refused");

export interface CorePlace {
  readonly entry: string;
  readonly dataFolder: string;
  /** What the operating system's store keeps for this data folder (`os-key.ts`); null: there is no such store. */
  readonly osKey: () => string | null;
}

export const startCore = (
  { entry, dataFolder, osKey }: CorePlace,
  onState: (state: CoreState) => void,
): CoreProcess => {
  let child: UtilityProcess | undefined;
  let state: CoreState = { state: "starting" };
  let stopping = false;
  let deaths: number[] = [];
  let waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];

  const settle = (): void => {
    const settled = waiting;
    waiting = [];
    for (const { resolve, reject } of settled) {
      if (state.state === "ready") resolve();
      else reject(new Error(`core is ${state.state}`));
    }
  };

  const become = (next: CoreState): void => {
    state = next;
    const isOnItsWay = next.state === "starting" || (next.state === "stopped" && next.restarting);
    if (!isOnItsWay) settle();
    onState(next);
  };

  const onExit = (ended: UtilityProcess): void => {
    if (ended !== child) return;
    child = undefined;
    if (stopping || state.state === "refused") return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < deathsWithin), now];
    const restarting = deaths.length < mostDeaths;
    become({ state: "stopped", restarting });
    if (restarting) start();
  };

  const start = (): void => {
    const started = utilityProcess.fork(entry, ["--data", dataFolder], {
      serviceName: "liandong-core",
      stdio: "inherit",
    });
    child = started;
    started.on("message", (message: unknown) => {
      if (started !== child || !isCoreToMain(message)) return;
      if (message.type === "ready") handOsKey(started);
      become(
        message.type === "ready"
          ? { state: "ready" }
          : { state: "refused", code: message.code, params: message.params },
      );
    });
    started.on("exit", () => onExit(started));
  };

  /** Before `ready` is known to anybody, so that core has it when the first window asks. */
  const handOsKey = (to: UtilityProcess): void => {
    const key = osKey();
    if (key !== null) to.postMessage({ type: "os-key", key } satisfies MainToCore);
  };

  const whenReady = (): Promise<void> => {
    if (state.state === "ready") return Promise.resolve();
    if (state.state === "refused" || (state.state === "stopped" && !state.restarting))
      return Promise.reject(new Error(`core is ${state.state}`));
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  };

  start();
  return {
    state: () => state,
    openPort: async () => {
      await whenReady();
      const { port1, port2 } = new MessageChannelMain();
      child?.postMessage({ type: "connect" } satisfies MainToCore, [port1]);
      return port2;
    },
    restart: () => {
      const old = child;
      child = undefined;
      old?.kill();
      deaths = [];
      become({ state: "starting" });
      start();
    },
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (child === undefined) {
          resolve();
          return;
        }
        const last = child;
        // A core that has refused the folder holds nothing open and listens to nobody.
        const timer = setTimeout(() => last.kill(), state.state === "ready" ? closeWithin : 0);
        last.once("exit", () => {
          clearTimeout(timer);
          resolve();
        });
        last.postMessage({ type: "shutdown" } satisfies MainToCore);
      }),
  };
};
