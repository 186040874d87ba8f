/** Files for people go anywhere but into the data folder, where a name picked by mistake would be the database's. */
import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { AppError } from "#shared/errors.ts";

/** @throws AppError `inside-data-folder` */
export const assertOutside = (folder: string, path: string): void => {
  const way = relative(real(folder), join(real(dirname(path)), basename(path)));
  const isOutside = way === ".." || way.startsWith("../") || way.startsWith("..\\") || isAbsolute(way);
  if (!isOutside) throw new AppError("inside-data-folder", { path });
};

/** Through links; a folder that is not there is left to whoever tries to write into it. */
const real = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
};
