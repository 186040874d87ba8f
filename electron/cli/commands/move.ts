/**
 * `issues move ID --to STATE`: the steps of the life cycle that lead from where an issue stands to where it shall stand
 * (domain.md 'Rectification states'). A script names the state; the log gets the steps.
 */
import { AppError } from "#shared/errors.ts";
import type { IssueState, IssueStep } from "#shared/issues/record.ts";
import type { IssueDetail } from "#shared/issues/view.ts";
import { word } from "#shared/translations/index.ts";
import { wholeNumber, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";

type StepName = IssueStep["step"];

const targets = ["registered", "handed-over", "in-progress", "awaiting", "closed", "withdrawn", "reopen"] as const;
type Target = (typeof targets)[number];

/** From each state, the steps to each other one; closing at once is only for 立行立改 and is decided below. */
const ways: { readonly [From in IssueState]: { readonly [To in Target]?: readonly StepName[] } } = {
  registered: {
    "handed-over": ["hand-over"],
    "in-progress": ["hand-over", "receive"],
    awaiting: ["hand-over", "report-done"],
    closed: ["hand-over", "report-done", "verify-passed"],
    withdrawn: ["withdraw"],
  },
  "handed-over": {
    registered: ["return"],
    "in-progress": ["receive"],
    awaiting: ["report-done"],
    closed: ["report-done", "verify-passed"],
    withdrawn: ["withdraw"],
  },
  "in-progress": { awaiting: ["report-done"], closed: ["report-done", "verify-passed"], withdrawn: ["withdraw"] },
  awaiting: { "in-progress": ["verify-failed"], closed: ["verify-passed"], withdrawn: ["withdraw"] },
  closed: { "in-progress": ["reopen"], reopen: ["reopen"] },
  withdrawn: {},
};

/** Steps that say why. */
const needNote: ReadonlySet<StepName> = new Set(["return", "verify-failed", "reopen", "withdraw", "close-at-once"]);

export const stepsTo = (issue: Pick<IssueDetail, "state" | "type">, target: Target): readonly StepName[] => {
  const way = ways[issue.state][target];
  if (target === "closed" && issue.type === "immediate" && issue.state !== "awaiting" && way) return ["close-at-once"];
  if (!way)
    throw new AppError(issue.state === target ? "issue-stands-there" : "issue-no-way", {
      from: issue.state,
      to: target,
    });
  return way;
};

export const move = async ({ words, typed, session, language }: Invocation): Promise<Answer> => {
  const to = typed.texts.get("to");
  const target = targets.find((known) => known === to);
  if (target === undefined) throw new WrongUsage("wrong-usage", { reason: `--to ${to ?? ""} (${targets.join(", ")})` });
  const note = typed.texts.get("note");
  const files = [...(typed.many.get("evidence") ?? [])];
  const withoutEvidence = typed.flags.has("without-evidence");
  const percent = wholeNumber(typed.texts.get("percent"), "percent", 0, 100);

  const { client, program } = await session.writing();
  const id = words[0] ?? "";
  const issue = await client.issues.get({ id });
  const steps = stepsTo(issue, target);
  const closing = steps.some((step) => step === "verify-passed" || step === "close-at-once");
  if (note === undefined && steps.some((step) => needNote.has(step))) throw new AppError("note-missing");
  if (closing && issue.evidence + files.length === 0 && !withoutEvidence)
    throw new AppError("evidence-missing", { no: issue.no, title: issue.title });

  const on = typed.texts.get("on") ?? program.store.today();
  const unit = typed.texts.get("unit") ?? issue.units[0] ?? null;
  const versions: string[] = [];
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1;
    const done = await client.issues.step({
      ids: [id],
      step: {
        step,
        on,
        unit: ofUnit.has(step) ? unit : null,
        ...(note === undefined || !last ? {} : { text: note }),
        ...(percent === undefined || !last ? {} : { percent }),
        ...(closing && last && issue.evidence + files.length === 0 ? { withoutEvidence: true } : {}),
      },
      files: last ? files : [],
      confirmed: true,
    });
    versions.push(done.version);
  }
  const moved = await client.issues.get({ id });
  const { state, round } = moved;
  return { json: { id, state, round, steps, versions }, text: word(language, `issues.state.${state}`) };
};

/** Steps that are the responsible unit's, or name it. */
const ofUnit: ReadonlySet<StepName> = new Set(["hand-over", "receive", "return", "report-done"]);
