/** The first line of every `.ldx` says what the file is, so that a double click on any of them is understood. */

import { AppError } from "#shared/errors.ts";

export const fileKinds = ["bundle", "card", "roster", "welcome"] as const;
export type FileKind = (typeof fileKinds)[number];

export const firstLineOf = (kind: FileKind): string => `liandong-${kind}\n`;

/** Looks at the first bytes only: whether the rest is whole is found when it is opened. */
export const kindOfFile = (bytes: Uint8Array): FileKind | "unknown" =>
  fileKinds.find((kind) => startsWith(bytes, firstLineOf(kind))) ?? "unknown";

/** Whether it is the beginning of such a file and nothing more, as a copy broken off at once leaves it. */
export const isBeginningOfFile = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && fileKinds.some((kind) => firstLineOf(kind).startsWith(Buffer.from(bytes).toString("latin1")));

/** Says what a file is that was given where another kind is asked for, and where it belongs. */
export const notTheKind = (bytes: Uint8Array): AppError => {
  const kind = kindOfFile(bytes);
  if (kind === "bundle") return new AppError("file-is-bundle");
  if (kind === "card") return new AppError("file-is-card");
  if (kind === "roster") return new AppError("file-is-roster");
  if (kind === "welcome") return new AppError("file-is-welcome");
  return new AppError("bundle-not-one");
};

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;
