/**
 * Whose work an office may pass on (EX2). A commit names who wrote it first and bears no signature of its own: the office
 * that sends it vouches. So an office above, which leads to this one's trust, is believed in whatever it passes on, as
 * another computer of one's own office is; any other speaks for its own area alone.
 */
import { isAbove, isWithin } from "../units/area.ts";

export interface Passing {
  /** The office that sends the bundle, and the one that takes it in. */
  readonly sender: string;
  readonly own: string;
}

export const isBelieved = ({ sender, own }: Passing): boolean => sender === own || isAbove(sender, own);

/** Whether a unit lies in the sender's own area: 370303 speaks for 370303, 370303001 and 370303-D01. */
export const speaksFor = ({ sender }: Passing, author: string): boolean =>
  author === sender || isWithin(author, sender);
