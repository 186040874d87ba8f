/** What an import would take in, without any data folder: the same reading that the wizard shows. */
import { readFile } from "#core/imports/read-file.ts";
import { throttled } from "#core/jobs/context.ts";
import type { ImportCapability } from "#shared/imports/record.ts";
import type { StageOptions } from "#shared/imports/view.ts";
import { word } from "#shared/translations/index.ts";
import type { Answer, Invocation } from "../command.ts";
import { table } from "../table.ts";
import { progressLine } from "./long-work.ts";

export const dryRun = async (
  { session, language, say, remark }: Invocation,
  capability: ImportCapability,
  path: string,
  options: StageOptions,
): Promise<Answer> => {
  const bar = progressLine(remark);
  const context = throttled(
    (stage, done, total) => bar.show(say(`stages.${stage}`), done, total),
    () => session.signal.aborted,
  );
  const input = { capability, source: { path }, options } as const;
  const { reading } = await readFile(input, context).finally(() => bar.end());
  const problems = reading.problems.map((problem) => ({
    ...problem,
    message: word(language, `problems.${problem.code}`, problem.params),
  }));
  const { year, count, rows, sheet, headerRows, columns, notices, accounting } = reading;
  const json = {
    // A ledger's expected reading names the year that was passed; what the file itself told stands beside it.
    year: capability === "issues" ? (options.year ?? null) : year,
    yearRead: year,
    count,
    rows,
    problems,
    sheet,
    headerRows,
    columns,
    notices: notices.map((notice) => ({
      ...notice,
      message: word(language, `problems.${notice.code}`, notice.params),
    })),
    accounting,
  };
  const name = (key: string): string => word(language, `imports.meanings.${capability}.${key}`);
  const text = [
    table(rows, [
      { name: say("import.row"), of: ({ row }) => row },
      { name: name("no"), of: ({ no }) => no ?? "" },
      { name: name("title"), of: ({ title }) => title, most: 48 },
      ...(capability === "tasks"
        ? [
            {
              name: name("lead"),
              of: (row: (typeof rows)[number]) => ("lead" in row ? row.lead.join("、") : ""),
              most: 28,
            },
            {
              name: name("period"),
              of: (row: (typeof rows)[number]) => ("period" in row ? row.period.text : ""),
              most: 24,
            },
          ]
        : [
            {
              name: name("unit"),
              of: (row: (typeof rows)[number]) => ("unit" in row ? row.unit.join("、") : ""),
              most: 28,
            },
            {
              name: name("state"),
              of: (row: (typeof rows)[number]) => ("state" in row ? word(language, `issues.state.${row.state}`) : ""),
            },
          ]),
    ]),
    say("count", { count }),
    ...problems.map(({ row, message }) => say("import.problem", { row, message })),
  ].join("\n");
  return { json, text };
};
