/**
 * From whom and to whom a file of the watched folder is, by its clear envelope alone: most that lies on a share is for
 * others. It is believed nothing; whatever is taken in is opened and checked by the inbox (EX23).
 */
import { z } from "zod";
import { bundleHeadSchema } from "#shared/exchange/bundle.ts";
import { firstLineOf } from "../file/first-line.ts";
import { beginningOutside } from "../file/read-outside.ts";

const addressedSchema = bundleHeadSchema.pick({ from: true, to: true, device: true, link: true, range: true });

export type Addressed = z.infer<typeof addressedSchema>;

/** An envelope is a few hundred bytes. */
const most = 64 * 1024;

/** Null for what is no bundle. One that was cut off further behind is still known for whose it is. */
export const addressedIn = (path: string): Addressed | null => {
  const bytes = beginningOutside(path, most);
  const start = firstLineOf("bundle");
  if (bytes === null || !bytes.subarray(0, start.length).equals(Buffer.from(start))) return null;
  const end = bytes.indexOf(0x0a, start.length);
  try {
    const envelope: unknown = JSON.parse(bytes.subarray(start.length, end < 0 ? 0 : end).toString("utf8"));
    return addressedSchema.safeParse(envelope).data ?? null;
  } catch {
    return null;
  }
};
