/** Errors as words: what happened and what to do, from the code that crossed the port. */
import { ORPCError } from "@orpc/client";
import { hasWord, word } from "#shared/translations/index.ts";
import type { Language } from "#shared/translations/index.ts";
import { isAppError } from "#shared/errors.ts";

export interface ErrorWords {
  readonly code: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** For whoever maintains the program; never needed to go on. */
  readonly details: string;
}

type Params = Readonly<Record<string, string | number>>;

const paramsOf = (data: unknown): Params => {
  const found: Record<string, string | number> = {};
  if (typeof data !== "object" || data === null) return found;
  for (const [key, value] of Object.entries(data))
    if (typeof value === "string" || typeof value === "number") found[key] = value;
  return found;
};

const property = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && key in value
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined;

/** The code and facts of whatever was thrown. A core that died under a call counts as `core-lost`. */
export const codeOf = (error: unknown): { code: string; params: Params } => {
  if (isAppError(error)) return { code: error.code, params: error.params };
  if (error instanceof ORPCError) {
    const inner = property(error.data, "code");
    if (typeof inner === "string")
      return { code: inner, params: paramsOf(property(error.data, "params") ?? error.data) };
    if (error.code === "BAD_REQUEST") return { code: "invalid-input", params: {} };
  }
  if (error instanceof Error && error.name === "AbortError") return { code: "core-lost", params: {} };
  return { code: "internal", params: {} };
};

/** Codes without words of their own read as an internal error with the code in the details. */
export const errorWords = (error: unknown, language: Language): ErrorWords => {
  const { code, params } = codeOf(error);
  const known = hasWord(language, `errors.${code}.message`) ? code : "internal";
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code,
    message: word(language, `errors.${known}.message`, params),
    hint: hasWord(language, `errors.${known}.hint`) ? word(language, `errors.${known}.hint`, params) : "",
    details: `${code} ${JSON.stringify(params)} ${said}`,
  };
};

/** Message and hint as one text. */
export const errorText = (error: unknown, language: Language): string => {
  const { message, hint } = errorWords(error, language);
  return hint === "" ? message : `${message} ${hint}`;
};

/** Which input fields a refusal names: zod's issues by path, or the params' `field`. Empty when it names none. */
export const fieldsOf = (error: unknown): readonly string[] => {
  const issues = error instanceof ORPCError ? property(error.data, "issues") : undefined;
  if (Array.isArray(issues))
    return issues.flatMap((issue: unknown) => {
      const path = property(issue, "path");
      const last: unknown = Array.isArray(path) ? path.findLast((part) => typeof part === "string") : undefined;
      return typeof last === "string" ? [last] : [];
    });
  const field = codeOf(error).params["field"];
  return typeof field === "string" ? [field] : [];
};
