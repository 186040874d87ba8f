/** Paths of `app://` URLs, confined to the folder they are served from. */
import { join, normalize, sep } from "node:path";

/** The file a path of the URL means, or undefined when it would lie outside the folder. */
export const fileInside = (folder: string, urlPath: string): string | undefined => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (decoded.includes("\0") || decoded.includes("\\")) return undefined;
  const path = normalize(join(folder, decoded));
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : undefined;
};
