/**
 * Where the contract meets its implementation: oRPC is named in this file, `router.ts` and `process.ts` alone, so that
 * it can be replaced. A refusal crosses the port as code and facts, never as words.
 */
import { implement, ORPCError } from "@orpc/server";
import { contract } from "#shared/contract/index.ts";
import { isAppError } from "#shared/errors.ts";
import type { Program } from "./program.ts";

/** `os.tasks.list.handler(({ input, context }) => …)`. */
export const os = implement(contract).$context<Program>();

/** A refusal as it crosses to the window or the command line; anything else is a fault and stays one. */
export const asCrossing = (error: unknown): unknown => {
  if (!isAppError(error)) return error;
  return new ORPCError("REFUSED", {
    data: { code: error.code, params: error.params },
    message: error.code,
    cause: error,
  });
};
