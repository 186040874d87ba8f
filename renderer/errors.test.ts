import { ORPCError } from "@orpc/client";
import { expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import { codeOf, errorText, errorWords, fieldsOf } from "./errors.ts";

test("a refusal of core reads as what happened and what to do, in the window's language", () => {
  const refused = new ORPCError("REFUSED", { data: { code: "disk-full", params: { path: "D:/data" } } });
  expect(errorWords(refused, "zh-CN").message).toContain("D:/data");
  expect(errorText(refused, "en")).not.toBe(errorText(refused, "zh-CN"));
  expect(codeOf(new AppError("disk-full", { path: "x" }))).toEqual({ code: "disk-full", params: { path: "x" } });
});

test("a code without words reads as an internal error, and the details still name it", () => {
  const words = errorWords(new AppError("never-heard-of", { n: 1 }), "en");
  expect(words.message).not.toContain("never-heard-of");
  expect(words.details).toContain("never-heard-of");
});

test("a core that died under a call is said to have died", () => {
  const aborted = new Error("gone");
  aborted.name = "AbortError";
  expect(codeOf(aborted).code).toBe("core-lost");
});

test("fields that a refusal names are found by the schema's path or by the refusal's own word", () => {
  const invalid = new ORPCError("BAD_REQUEST", {
    data: { issues: [{ path: ["changes", "title"], message: "Too small" }] },
  });
  expect(fieldsOf(invalid)).toEqual(["title"]);
  expect(codeOf(invalid).code).toBe("invalid-input");
  expect(fieldsOf(new AppError("not-valid", { field: "limit" }))).toEqual(["limit"]);
});
