/** Files that go with a step (evidence): chosen, looked at. */
import type { Translated } from "../translated.ts";
import type { files as chinese } from "../zh-CN/files.ts";

export const files = {
  label: "Evidence",
  pick: "Choose files",
  drop: "Drop files here, or",
  hint: "Any type of file, many at once. A copy is kept; the originals are left alone.",
  remove: "Remove",
  open: "Open {{name}}",
  reveal: "Show {{name}} in its folder",
  notShown: "Another program opens files of this type; it is shown in its folder.",
  missing: "The file is missing from the data folder; restore it from a backup.",
  count: "Files: {{count}}, {{size}} in all",
  picture: "Picture {{name}}",
} as const satisfies Translated<typeof chinese>;
