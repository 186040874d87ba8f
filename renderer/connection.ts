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

type Taker = (port: MessagePort) => void;

/** Those who have asked main for a port, the earliest first: two lines over one port would take each other's answers. */
const takers: Taker[] = [];

window.addEventListener("message", (event) => {
  const port = event.ports[0];
  if (event.source === window && event.data === corePortMessage && port !== undefined) takers.shift()?.(port);
});

const askedPort = async (): Promise<MessagePort> => {
  let take: Taker = () => undefined;
  const arriving = new Promise<MessagePort>((resolve) => {
    take = resolve;
  });
  takers.push(take);
  try {
    await bridge.connect();
    return await arriving;
  } catch (error) {
    const at = takers.indexOf(take);
    if (at !== -1) takers.splice(at, 1);
    throw error;
  }
};

/** @param onClosed core has let go of the port: what is asked over it would wait for ever */
const connect = async (onClosed: () => void): Promise<Link> => {
  const port = await askedPort();
  port.addEventListener("close", onClosed);
  const link = new RPCLink({ port });
  port.start();
  return link;
};

const currentLink = (): Promise<Link> => {
  if (line === undefined) {
    const forget = (): void => {
      if (line === opening) line = undefined;
    };
    const opening = connect(forget);
    line = opening;
    opening.catch(forget);
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
