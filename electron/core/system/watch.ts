/**
 * 'What changed': one event after each commit and one when the day turns, so that every list that is open asks again.
 * Events wait in a queue; several commits in a row are told as one. The first event names nothing: it says that from
 * now on nothing is missed, so that whoever listens again after a gap asks for everything once.
 */
import type { Program } from "../program.ts";

export interface WhatChanged {
  readonly kinds: string[];
  readonly version: string;
}

type Listener = (kinds: readonly string[], version: string) => void;
const dayListeners = new WeakMap<Program["store"], Set<Listener>>();

/** Tells all who watch that lights and dues are to be judged anew. */
export const tellDayTurned = (program: Program): void => {
  for (const listener of dayListeners.get(program.store) ?? []) listener(["task", "issue"], "");
};

export async function* whatChanged(program: Program, signal?: AbortSignal): AsyncGenerator<WhatChanged, void, void> {
  const kinds = new Set<string>();
  let version = "";
  let wake: () => void = () => {};
  const listener: Listener = (changed, at) => {
    for (const kind of changed) kinds.add(kind);
    version = at;
    wake();
  };
  const stop = program.store.onCommit((written) => listener(written.kinds, written.version));
  const days = dayListeners.get(program.store) ?? new Set();
  dayListeners.set(program.store, days.add(listener));
  const onAbort = (): void => wake();
  signal?.addEventListener("abort", onAbort);
  try {
    yield { kinds: [], version: "" };
    while (!signal?.aborted) {
      if (kinds.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const event = { kinds: [...kinds], version };
      kinds.clear();
      yield event;
    }
  } finally {
    stop();
    days.delete(listener);
    signal?.removeEventListener("abort", onAbort);
  }
}
