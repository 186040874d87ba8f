/** SHA-256 of a text as UTF-8, in hex: what the pure functions of exchange are handed as their hash. */
import { hash } from "node:crypto";

export const sha256Text = (text: string): string => hash("sha256", text, "hex");
