/** For commands that only read, and do it better where nobody else has the folder. */
import { isAppError } from "#shared/errors.ts";
import type { Invocation } from "../command.ts";
import type { Opened } from "../session.ts";

/** A backup then remembers when it was made, and looking at a bundle says what taking it in would do. */
export const writingIfFree = async ({ session }: Pick<Invocation, "session">): Promise<Opened> => {
  try {
    return await session.writing();
  } catch (error) {
    const held = isAppError(error) && ["data-folder-held", "data-folder-not-writable"].includes(error.code);
    if (!held) throw error;
    return session.reading();
  }
};
