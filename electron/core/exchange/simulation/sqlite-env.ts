/** What a simulated data folder is given from outside: a clock that is set by hand, and randomness. */
import { createHash } from "node:crypto";
import type { Env } from "../../store/env.ts";

/** Randomness that follows from a seed, and a clock that is set by hand. `device`: the name of this computer. */
export const simulatedEnv = (
  seed: string,
  now: Date,
  device: string | null = null,
): Env & { set: (at: Date) => void } => {
  let at = now;
  let count = 0;
  let named = device;
  return {
    now: () => at,
    set: (moment) => {
      at = moment;
    },
    randomBytes: (length) => {
      if (length === 8 && named !== null) {
        const bytes = Buffer.from(named, "hex");
        named = null;
        return bytes;
      }
      count += 1;
      const parts = Array.from({ length: Math.ceil(length / 32) }, (_, part) =>
        createHash("sha256").update(`${seed}/${count}/${part}`).digest(),
      );
      return Buffer.concat(parts).subarray(0, length);
    },
  };
};
