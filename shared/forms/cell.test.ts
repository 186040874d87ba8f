import { expect, test } from "vitest";
import { meaningOf } from "./cell.ts";
import type { FormField } from "./record.ts";

const today = "2020-06-18";
const said = (field: FormField, text: string): string => {
  const meaning = meaningOf(field, text, today);
  if (meaning.kind === "said") return String(meaning.value);
  return meaning.kind === "blank" ? "" : meaning.problem.code;
};

test.each([
  ["85", "85"],
  ["85%", "85"],
  ["８５％", "85"],
  ["0.85", "85"],
  ["100.", "100"],
  ["0", "0"],
  ["1", "1"],
  ["66.66", "66.7"],
  ["120", "form-percent-range"],
  ["-5", "form-percent-unknown"],
  ["一半", "form-percent-unknown"],
])("percent %s is %s", (text, meant) => expect(said("percent", text)).toBe(meant));

test.each([
  ["2020-06-10", "2020-06-10"],
  ["2020/6/1", "2020-06-01"],
  ["2020.6.1", "2020-06-01"],
  ["2020年6月1日", "2020-06-01"],
  ["二〇二〇年六月一日", "2020-06-01"],
  ["20200601", "2020-06-01"],
  ["6月1日", "2020-06-01"],
  ["12月30日", "2019-12-30"],
  ["43983", "2020-06-01"],
  ["2020-06-19", "form-date-future"],
  ["2020-13-01", "form-date-unknown"],
  ["2020-02-30", "form-date-unknown"],
  ["13月", "form-date-unknown"],
  ["上周", "form-date-unknown"],
  ["1:1", "form-date-unknown"],
])("the day %s is %s", (text, meant) => expect(said("on", text)).toBe(meant));

test.each([
  ["推进中", "in-progress"],
  ["正在有序推进", "in-progress"],
  ["In progress", "in-progress"],
  ["已完成", "reported-done"],
  ["办结", "reported-done"],
  ["已下发", ""],
  ["已撤销", "form-state-not-theirs"],
  ["差不多", "form-state-unknown"],
])("the state %s is %s", (text, meant) => expect(said("state", text)).toBe(meant));

test.each([
  ["是", "true"],
  ["√", "true"],
  [" Yes ", "true"],
  ["否", "false"],
  ["也许", "form-received-unknown"],
])("received %s is %s", (text, meant) => expect(said("received", text)).toBe(meant));
