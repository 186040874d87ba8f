/**
 * `issues move ID --to STATE`: the one step of the life cycle that leads from where an issue stands to the state named
 * (domain.md 'Rectification states'). A script names the state; the log gets the step. No step is passed over: what is
 * closed was verified, so whoever wants more than the next state moves it there state by state.
 */
import { AppError } from "#shared/errors.ts";
import { type IssueState, issueStates } from "#shared/issues/record.ts";
import { type IssueStepName, issueRules, stepTo } from "#shared/issues/states.ts";
import type { IssueDetail } from "#shared/issues/view.ts";
import { word } from "#shared/translations/index.ts";
import { wholeNumber, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";

const targets = [...issueStates, "reopen"] as const;
type Target = (typeof targets)[number];

/**
 * The step that leads to the target. A state that the issue is in already is one more progress report on it, where
 * there is something to report; errors: `issue-stands-there`, `issue-no-way` with the states that can be reached.
 */
export const stepToTarget = (
  issue: Pick<IssueDetail, "state" | "type">,
  target: Target,
  reports: boolean,
): IssueStepName => {
  const moment = { state: issue.state, type: issue.type, begun: true };
  const wanted: IssueState = target === "reopen" ? "in-progress" : target;
  const step = stepTo(moment, wanted);
  if (step !== null && (target !== "reopen" || step === "reopen") && (step !== "progress" || reports)) return step;
  if (issue.state === target) throw new AppError("issue-stands-there", { from: issue.state, to: target });
  throw new AppError("issue-no-way", {
    from: issue.state,
    to: target,
    next:
      targets.filter((state) => state !== "reopen" && state !== issue.state && stepTo(moment, state)).join(", ") || "—",
  });
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
  const step = stepToTarget(issue, target, note !== undefined || percent !== undefined);
  const { says = false, closes = false, by } = issueRules[step];
  if (note === undefined && says) throw new AppError("note-missing");
  if (closes && issue.evidence + files.length === 0 && !withoutEvidence)
    throw new AppError("evidence-missing", { no: issue.no, title: issue.title });

  const on = typed.texts.get("on") ?? program.store.today();
  const unit = typed.texts.get("unit") ?? (step === "hand-over" ? issue.units[0] : undefined) ?? null;
  const done = await client.issues.step({
    ids: [id],
    step: {
      step,
      on,
      unit: step === "hand-over" || by === "responsible" ? unit : null,
      ...(note === undefined ? {} : { text: note }),
      ...(percent === undefined ? {} : { percent }),
      ...(closes && issue.evidence + files.length === 0 ? { withoutEvidence: true } : {}),
    },
    files,
    confirmed: true,
  });
  const moved = await client.issues.get({ id });
  const { state, round } = moved;
  return { json: { id, state, round, step, version: done.version }, text: word(language, `issues.state.${state}`) };
};
