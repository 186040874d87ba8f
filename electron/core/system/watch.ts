/**
 * 'What changed': one event after each commit, when the day turns and when files of exchange arrive, so that every list
 * that is open asks again. Events wait in a queue; several in a row are told as one. The first event names nothing: it
 * says that from now on nothing is missed, so that whoever listens again after a gap asks for everything once.
 */
import type { Program } from "../program.ts";

export interface WhatChanged {
  readonly kinds: string[];
  readonly version: string;
}

type Listener = (kinds: readonly string[], version: string) => void;
const uncommitted = new WeakMap<Program["store"], Set<Listener>>();

/** Tells all who watch of a change that is no commit: a file that arrived, a day that turned. */
export const tellChanged = (program: Program, kinds: readonly string[]): void => {
  for (const listener of uncommitted.get(program.store) ?? []) listener(kinds, "");
};

/** Tells all who watch that lights and dues are to be judged anew. */
export const tellDayTurned = (program: Program): void => tellChanged(program, ["task", "issue", "urging"]);

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
  const others = uncommitted.get(program.store) ?? new Set();
  uncommitted.set(program.store, others.add(listener));
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
    others.delete(listener);
    signal?.removeEventListener("abort", onAbort);
  }
}
