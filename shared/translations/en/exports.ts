/** Words on exported workbooks. */
import type { exports as chinese } from "../zh-CN/exports.ts";
import type { Translated } from "../translated.ts";

export const exports: Translated<typeof chinese> = {
  title: "{{name}} – {{office}}",
  reportedBy: "Reported by: {{office}}",
  reportedOn: "Reported on: {{date}}",
  date: "{{iso}}",
  inYear: { date: "{{iso}}" },
  pages: "Page &P of &N",
};
