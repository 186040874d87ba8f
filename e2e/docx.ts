/** Reads Word files back with a program other than the one that wrote them. */
import { execFileSync } from "node:child_process";

/** The text of a Word file, a paragraph a line. */
export const textOfDocx = (path: string): string =>
  execFileSync("unzip", ["-p", path, "word/document.xml"], { encoding: "utf8", maxBuffer: 1 << 24 })
    .replaceAll("</w:p>", "\n")
    .replaceAll(/<[^>]+>/g, "");
