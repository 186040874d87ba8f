import { expect, test } from "vitest";
import { lightSchemes } from "#shared/system/settings.ts";
import { lightValues, taskFields } from "#shared/tasks/fields.ts";
import { word } from "#shared/translations/index.ts";
import { cellValue, lookOfCell } from "./layout.ts";

const [light] = taskFields.filter(({ key }) => key === "light");
const words = (key: string): string => word("zh-CN", `tasks.${key}`);

test("a light's cell has the colours of the office's scheme, and its word whatever the scheme", () => {
  const looks = lightSchemes.map((scheme) =>
    lightValues.map((value) => light && lookOfCell(light, { light: value }, scheme)),
  );
  expect(looks).toEqual([
    ["red", "amber", "amber", "green", "grey", "grey"],
    ["red", "amber", "amber", "blue", "grey", "grey"],
    ["red", "orange", "orange", "blue", "grey", "grey"],
  ]);
  expect(lightValues.map((value) => light && cellValue(light, { light: value }, words))).toEqual(
    lightValues.map((value) => word("zh-CN", `tasks.light.${value}`)),
  );
});
