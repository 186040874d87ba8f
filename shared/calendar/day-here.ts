/** The one place where a moment becomes a calendar day: by the clock on the wall of this office, never by UTC. */
import { isoOf } from "./dates.ts";

/** `2020-05-19` for a moment, where this computer is. */
export const dayHere = (at: Date): string => isoOf(at.getFullYear(), at.getMonth() + 1, at.getDate());
