import { RPCHandler } from "@orpc/server/message-port";
import { os } from "@orpc/server";
import { MessageChannel, type MessagePort as NodePort } from "node:worker_threads";
import { beforeEach, expect, test, vi } from "vitest";
import { corePortMessage, type CoreState } from "#shared/contract/bridge.ts";

// The window's side of the line, without a window: its message events, and what main answers through the bridge.
const router = {
  slow: os.handler(async () => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return "slow";
  }),
  quick: os.handler(() => "quick"),
};

class PortMessage extends Event {
  readonly data = corePortMessage;
  readonly source = globalThis.window;
  readonly ports: readonly NodePort[];
  constructor(port: NodePort) {
    super("message");
    this.ports = [port];
  }
}

let coreEnds: NodePort[];
let say: (state: CoreState) => void;
let handPorts: (() => void)[];

const open = async () => {
  vi.resetModules();
  coreEnds = [];
  handPorts = [];
  const page = Object.assign(new EventTarget(), {
    liandong: {
      connect: () =>
        new Promise<void>((resolve) => {
          handPorts.push(() => {
            const { port1, port2 } = new MessageChannel();
            new RPCHandler(router).upgrade(port1, { context: {} });
            port1.start();
            coreEnds.push(port1);
            page.dispatchEvent(new PortMessage(port2));
            resolve();
          });
        }),
      coreState: () => Promise.resolve({ state: "ready" }),
      onCoreState: (listener: (state: CoreState) => void) => {
        say = listener;
      },
    },
  });
  vi.stubGlobal("window", page);
  return import("./connection.ts");
};
const soon = <T>(answer: Promise<T>): Promise<T | "silence"> =>
  Promise.race([answer, new Promise<"silence">((resolve) => setTimeout(() => resolve("silence"), 1000))]);
const handAll = (): void => {
  for (const hand of handPorts.splice(0)) hand();
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => () => {
  for (const port of coreEnds) port.close();
  vi.unstubAllGlobals();
});

test("two lines that are asked for at once each get a port of their own, so that answers do not cross", async () => {
  const { liveLink } = await open();
  const first = liveLink.call(["slow"], undefined, { context: {} });
  await tick();
  say({ state: "stopped", restarting: true });
  const second = liveLink.call(["quick"], undefined, { context: {} });
  await tick();
  handAll();
  expect(await Promise.all([soon(first), soon(second)])).toEqual(["slow", "quick"]);
});

test("a call made after core's port closed asks for a new one, also before main has said that core is gone", async () => {
  const { liveLink } = await open();
  const before = liveLink.call(["quick"], undefined, { context: {} });
  await tick();
  handAll();
  expect(await soon(before)).toBe("quick");
  coreEnds[0]?.close();
  await tick();
  const after = liveLink.call(["quick"], undefined, { context: {} });
  await tick();
  handAll();
  expect(await soon(after)).toBe("quick");
});
