/** What taking a file in did or would do, as lines for people: the figures of EX23 in its words, then what to know. */
import type { IntakeReport } from "#shared/exchange/report.ts";
import { type Language, word } from "#shared/translations/index.ts";
import type { Invocation } from "../command.ts";
import { momentHere } from "../moment.ts";
import { pairs, table } from "../table.ts";

const figures = [
  "new",
  "alreadyHere",
  "parallel",
  "conflicts",
  "proposals",
  "quarantined",
  "missingAttachments",
  "recordsNew",
  "recordsChanged",
  "recordsLeft",
] as const;

export const reportText = (report: IntakeReport, { say, language }: Pick<Invocation, "say" | "language">): string =>
  [
    pairs([
      [say("exchange.from"), `${report.fromName} ${report.from}`],
      [say("exchange.range"), `${report.range.from}–${report.range.to}`],
      ...figures.map((figure) => [say(`exchange.counts.${figure}`), report[figure]] as const),
      [say("exchange.digestCode"), report.digestCode],
    ]),
    ...(report.takenAt === null ? [] : [say("exchange.takenBefore", { at: momentHere(report.takenAt) })]),
    ...report.notices.map((notice) => noticeText(notice, language)),
    ...(report.records.length === 0 ? [] : [recordsText(report, say)]),
  ].join("\n");

export const noticeText = (
  { code, params }: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
  language: Language,
): string => word(language, `exchange.notices.${code}`, params);

const recordsText = ({ records }: IntakeReport, say: Invocation["say"]): string =>
  table(records, [
    { name: say("exchange.how"), of: ({ how }) => say(`exchange.hows.${how}`) },
    { name: say("exchange.record"), of: ({ title }) => title, most: 60 },
    { name: "ID", of: ({ id }) => id },
  ]);
