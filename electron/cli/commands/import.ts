/** `tasks import` and `issues import`: the wizard's own reading, and one commit when it is not a dry run. */
import { resolve } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { ImportCapability } from "#shared/imports/record.ts";
import type { StageOptions, StageProblem, StageRow } from "#shared/imports/view.ts";
import { word } from "#shared/translations/index.ts";
import { wholeNumber } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import type { Client } from "../session.ts";
import { resultOf } from "./long-work.ts";
import { dryRun } from "./dry-run.ts";

const importOf =
  (capability: ImportCapability) =>
  async (invocation: Invocation): Promise<Answer> => {
    const path = resolve(invocation.words[0] ?? "");
    const options = optionsOf(invocation);
    if (invocation.typed.flags.has("dry-run")) return dryRun(invocation, capability, path, options);
    return takeIn(invocation, capability, path, options);
  };

const optionsOf = ({ typed }: Invocation): StageOptions => {
  const year = wholeNumber(typed.texts.get("year"), "year", 1990, 2100);
  const sheet = typed.texts.get("sheet");
  return { ...(year === undefined ? {} : { year }), ...(sheet === undefined ? {} : { sheet }) };
};

const takeIn = async (
  invocation: Invocation,
  capability: ImportCapability,
  path: string,
  options: StageOptions,
): Promise<Answer> => {
  const { typed, session, language, say, remark } = invocation;
  const { client } = await session.writing();
  const opened = await resultOf(invocation, client.imports.open({ capability, path, options }));
  if (opened.knownAs && !typed.flags.has("again")) throw new AppError("already-imported", { ...opened.knownAs });
  if (opened.yearFrom === "none") throw new AppError("year-needed");
  const { stage } = opened;
  const revises = typed.texts.get("revises");
  const staged = revises === undefined ? opened : await client.imports.revise({ stage, revises });
  const problems = await problemsOf(client, stage);
  const { id, added, changed, withdrawn, version } = await resultOf(invocation, client.imports.confirm({ stage }));
  const [likely] = opened.mayRevise;
  if (revises === undefined && likely && likely.alike >= 0.5) {
    remark(say("import.mayRevise", { file: likely.fileName, id: likely.id }));
  }
  const shown = problems.map((problem) => ({
    ...problem,
    message: word(language, `problems.${problem.code}`, problem.params),
  }));
  const json = {
    id,
    version,
    year: staged.year,
    count: staged.count,
    added,
    changed,
    withdrawn,
    accounting: staged.accounting,
    problems: shown,
  };
  const text = [
    say("import.done", { added, changed, withdrawn, id }),
    ...shown.map(({ row, message }) => say("import.problem", { row: row ?? 0, message })),
  ].join("\n");
  return { json, text };
};

/** Problems of all lines, in the order of the list. */
const problemsOf = async (client: Client, stage: string): Promise<StageProblem[]> => {
  const problems: StageProblem[] = [];
  for (let offset = 0; ;) {
    const { rows }: { rows: StageRow[] } = await client.imports.rows({ stage, only: "problems", offset, limit: 1000 });
    problems.push(...rows.flatMap((row) => row.problems));
    offset += rows.length;
    if (rows.length < 1000) return problems;
  }
};

export const importTasks = importOf("tasks");
export const importIssues = importOf("issues");
