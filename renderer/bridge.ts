/**
 * What the main process offers the window (shared/contract/bridge.ts), and where core stands. The only file of the
 * window that touches `window.liandong`.
 */
import { useSyncExternalStore } from "react";
import type { Bridge, CoreState } from "#shared/contract/bridge.ts";

declare global {
  interface Window {
    readonly liandong: Bridge;
  }
}

export const bridge: Bridge = window.liandong;

interface CoreHealth {
  readonly core: CoreState;
  /** Core ended by itself since the window opened, and the person has not put the notice away. */
  readonly restarted: boolean;
}

let health: CoreHealth = { core: { state: "starting" }, restarted: false };
const listeners = new Set<() => void>();

const tell = (next: CoreHealth): void => {
  health = next;
  for (const listener of listeners) listener();
};

const take = (core: CoreState): void => tell({ core, restarted: health.restarted || core.state === "stopped" });

bridge.onCoreState(take);
void bridge.coreState().then(take);

export const dismissRestarted = (): void => tell({ ...health, restarted: false });

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where core stands, kept up to date. */
export const useCoreHealth = (): CoreHealth => useSyncExternalStore(subscribe, () => health);

/** Calls back each time core's state changes; the connection listens this way, outside React. */
export const onCoreHealth = (listener: (core: CoreState) => void): (() => void) =>
  subscribe(() => listener(health.core));
