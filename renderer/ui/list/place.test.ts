import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf } from "./place.ts";

test("the address says what is open beside the list", () => {
  expect(placeOf("tasks", "/tasks")).toEqual({ id: undefined, form: undefined });
  expect(placeOf("tasks", "/tasks/new")).toEqual({ id: undefined, form: "new" });
  expect(placeOf("tasks", "/issues/5")).toEqual({ id: undefined, form: undefined });
});

test("any record id survives the way through the address", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (id) => {
      fc.pre(id !== "new");
      expect(placeOf("issues", `/issues/${encodeURIComponent(id)}`)).toEqual({ id, form: undefined });
      expect(placeOf("issues", `/issues/${encodeURIComponent(id)}/edit`)).toEqual({ id, form: "edit" });
    }),
  );
});
