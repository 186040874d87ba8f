/** What a person at an office would write: a command with what the office sees becomes the changes of one commit. */
import type { OpenQuestion } from "#shared/exchange/merging.ts";
import { partOf, unitCodes } from "./cast.ts";
import type { Command } from "./commands.ts";
import type { SimulatedOffice } from "./office.ts";
import { change, day, type Found, find, type Intent, kinds, nth } from "./writes-found.ts";
import { isOfLinkage, linkageIntent } from "./writes-linkage.ts";

/** The unit of merge that an old build does not know (EX22). */
export const newUnit = { kind: "task", unit: "section" } as const;

const period = (text: string) => ({ text, kind: "unknown" as const });

/** Editable units of merge of each kind, with the values that are tried. */
const editable: Readonly<Record<string, readonly (readonly [string, (n: number) => unknown])[]>> = {
  task: [
    ["title", (n) => `title ${n}`],
    ["note", (n) => `note ${n}`],
    ["measures", (n) => `measures ${n}`],
    ["section", (n) => `section ${n}`],
    ["period", (n) => period(`period ${n}`)],
    ["extra", (n) => ({ column: `extra ${n}` })],
  ],
  issue: [
    ["title", (n) => `title ${n}`],
    ["measures", (n) => `measures ${n}`],
    ["note", (n) => `note ${n}`],
    ["limit", (n) => period(`limit ${n}`)],
    ["place", (n) => `place ${n}`],
  ],
  unit: [
    ["name", (n) => ({ name: `unit ${n}`, aliases: [] })],
    ["order", (n) => n],
  ],
};

const taskStepNames = [
  "receive",
  "progress",
  "report-done",
  "confirm",
  "refuse",
  "return",
  "withdraw",
  "assign",
] as const;
const issueStepNames = [
  "hand-over",
  "receive",
  "measures",
  "progress",
  "report-done",
  "verify-passed",
  "verify-failed",
  "return",
  "reopen",
  "withdraw",
] as const;

const unitAt = (index: number): string => nth(unitCodes, index) ?? unitCodes[0] ?? "";

/** What to write, or null where the command means nothing here. `id` makes the id of a new record. */
export const intentOf = async (office: SimulatedOffice, command: Command, id: () => string): Promise<Intent | null> => {
  if (isOfLinkage(command)) return linkageIntent(office, command, id);
  if (command.do === "task") return newTask(office, command, id());
  if (command.do === "issue") return newIssue(command, id());
  if (command.do === "edit") {
    const found = await find(office, command.at);
    const [unit, make] = nth(editable[found?.view.kind ?? "task"] ?? [], command.unit) ?? [];
    if (!found || !unit || !make || (office.old && unit === newUnit.unit)) return null;
    return { action: `${found.view.kind}s.edit`, changes: [change(found, unit, make(command.value))] };
  }
  if (command.do === "assign") {
    const found = await find(office, command.at, ["task"]);
    if (!found) return null;
    return {
      action: "tasks.assign",
      changes: [change(found, "step", { step: "assign", unit: unitAt(command.to), on: day })],
    };
  }
  if (command.do === "step") return step(office, command.at, command.step);
  if (command.do === "retract") return retract(office, command.at, command.step);
  if (command.do === "withdraw") {
    const found = await find(office, command.at, ["task", "issue"]);
    if (!found) return null;
    const life = command.back ? { state: "live" } : { state: "withdrawn", reason: "no longer needed" };
    return { action: "tasks.withdraw", changes: [change(found, "life", life)] };
  }
  if (command.do === "purge") {
    const found = await find(office, command.at, ["task", "issue"]);
    if (!found) return null;
    const units = command.unit % 3 === 0 ? [] : [(nth(editable[found.view.kind] ?? [], command.unit) ?? ["title"])[0]];
    return { action: "exchange.purge", changes: [change(found, "purge", { units, reason: "personal" })] };
  }
  if (command.do === "join") return join(office, command.at, command.to);
  if (command.do === "move") return move(office, command.at, command.to);
  if (command.do === "decide") return decide(office, command.at, command.side);
  return null;
};

const newTask = (office: SimulatedOffice, { to, behalf }: Extract<Command, { do: "task" }>, record: string): Intent => {
  const values = {
    title: "task",
    measures: "as agreed",
    units: { lead: [], responsible: [], support: [] },
    period: period("by May"),
    life: { state: "live" },
  };
  const other = unitAt(to);
  return {
    action: "tasks.add",
    changes: [
      { record, kind: "task", unit: "*", value: values, behalf: behalf && other !== office.code ? other : null },
      { record, kind: "task", unit: "step", value: { step: "assign", unit: other, on: day } },
    ],
  };
};

const responsibility = (code: string) => ({
  units: [partOf(code).name],
  codes: [code],
  leader: "",
  person: "",
  phone: "",
});

const newIssue = ({ to }: Extract<Command, { do: "issue" }>, record: string): Intent => ({
  action: "issues.add",
  changes: [
    {
      record,
      kind: "issue",
      unit: "*",
      value: {
        title: "issue",
        responsibility: responsibility(unitAt(to)),
        limit: period(""),
        type: "staged",
        life: { state: "live" },
      },
    },
  ],
});

const step = async (office: SimulatedOffice, at: number, index: number): Promise<Intent | null> => {
  const found = await find(office, at, ["task", "issue"]);
  if (!found) return null;
  if (found.view.kind === "task") {
    const assigned = found.view.steps
      .map(({ value }) => value as { step: string; unit: string | null } | null)
      .filter((value) => value?.step === "assign");
    const unit = nth(assigned, index >> 3)?.unit ?? null;
    const name = nth(taskStepNames, index) ?? "progress";
    const value = { step: name, unit, on: day, text: "as seen" };
    return { action: `tasks.${name}`, changes: [change(found, "step", value)] };
  }
  const name = nth(issueStepNames, index) ?? "progress";
  const value = { step: name, unit: null, on: day, text: "as seen", withoutEvidence: true };
  return { action: `issues.${name}`, changes: [change(found, "step", value)] };
};

const retract = async (office: SimulatedOffice, at: number, index: number): Promise<Intent | null> => {
  const found = await find(office, at, ["task", "issue"]);
  const taken = nth(found?.view.steps ?? [], index);
  if (!found || !taken) return null;
  const { version, ord, retracted } = taken;
  return { action: "history.undo", changes: [change(found, "retract", { version, ord, retracted: !retracted })] };
};

const join = async (office: SimulatedOffice, at: number, to: number | null): Promise<Intent | null> => {
  const kind = at % 2 === 0 ? "unit" : "task";
  const found = await find(office, at, [kind]);
  if (!found) return null;
  const other =
    to === null
      ? null
      : nth(
          (await office.records(kind)).filter((id) => id !== found.record),
          to,
        );
  const value = other === undefined ? null : kind === "unit" ? (other?.slice("unit:".length) ?? null) : other;
  return { action: `${kind}s.join`, changes: [change(found, "sameAs", value)] };
};

/** An issue is given to another unit: it leaves the scope of some and comes into that of others (EX10). */
const move = async (office: SimulatedOffice, at: number, to: number): Promise<Intent | null> => {
  const found = await find(office, at, ["issue"]);
  if (!found) return null;
  return { action: "issues.edit", changes: [change(found, "responsibility", responsibility(unitAt(to)))] };
};

/** Takes one side of an open question, or closes it where it is about steps. */
const decide = async (office: SimulatedOffice, at: number, side: number): Promise<Intent | null> => {
  const open: { found: Found; question: OpenQuestion }[] = [];
  for (const kind of kinds)
    for (const record of await office.records(kind)) {
      const view = await office.view(record);
      if (view?.whole) for (const question of view.questions) open.push({ found: { record, view }, question });
    }
  const chosen = nth(open, at);
  if (!chosen) return null;
  const { found, question } = chosen;
  if (question.unit === "step" || question.kind === "rules") {
    return { action: "exchange.decide", changes: [change(found, "settle", { closes: question.versions })] };
  }
  const heads = found.view.heads[question.unit] ?? [];
  const base = [...new Set([...heads, ...question.versions])].toSorted();
  const options = nth(editable[found.view.kind]?.filter(([unit]) => unit === question.unit) ?? [], 0);
  const value = side % 2 === 0 && options ? options[1](9) : found.view.values[question.unit];
  if (value === undefined) return null;
  return { action: "exchange.decide", changes: [{ ...change(found, question.unit, value), base }] };
};
