/**
 * The line to core: a message port wrapped as an oRPC link. When core is started again the old port is dead, so that
 * each call waits for the port of the core that lives now.
 */
import type { ClientContext, ClientLink, ClientOptions } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { corePortMessage } from "#shared/contract/bridge.ts";
import { bridge, onCoreHealth } from "./bridge.ts";

type Link = ClientLink<ClientContext>;

let line: Promise<Link> | undefined;

const nextPort = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    const receive = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== corePortMessage || port === undefined) return;
      window.removeEventListener("message", receive);
      resolve(port);
    };
    window.addEventListener("message", receive);
  });

const connect = async (): Promise<Link> => {
  const arriving = nextPort();
  await bridge.connect();
  const port = await arriving;
  const link = new RPCLink({ port });
  port.start();
  return link;
};

const currentLink = (): Promise<Link> => {
  if (line === undefined) {
    const opening = connect();
    line = opening;
    opening.catch(() => {
      if (line === opening) line = undefined;
    });
  }
  return line;
};

let wasReady = false;
const reconnected = new Set<() => void>();

onCoreHealth((core) => {
  if (core.state === "stopped" || core.state === "refused") line = undefined;
  if (core.state !== "ready") return;
  if (wasReady) for (const listener of reconnected) listener();
  wasReady = true;
});

/** Calls back when a new core stands behind the line: whatever was asked before has to be asked again. */
export const onReconnected = (listener: () => void): (() => void) => {
  reconnected.add(listener);
  return () => reconnected.delete(listener);
};

/** A link that always speaks to the core that lives now. */
export const liveLink: Link = {
  call: async (path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) =>
    (await currentLink()).call(path, input, options),
};
