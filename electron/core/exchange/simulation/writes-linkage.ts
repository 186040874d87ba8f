/** What people write of linkage tasks besides: sub-tasks, campaigns, the terms of assignments and extensions, and urgings. */
import { urgingSteps } from "#shared/urgings/record.ts";
import { unitCodes } from "./cast.ts";
import type { Command } from "./commands.ts";
import type { SimulatedOffice } from "./office.ts";
import { change, day, find, type Intent, nth } from "./writes-found.ts";

type Linkage = Extract<Command, { do: "part" | "campaign" | "terms" | "urge" | "press" }>;

const linkages: readonly Command["do"][] = ["part", "campaign", "terms", "urge", "press"];

export const isOfLinkage = (command: Command): command is Linkage => linkages.includes(command.do);

const termSteps = ["arrange", "ask-extension", "grant-extension", "refuse-extension", "assign"] as const;

const until = (n: number) => ({
  text: `by June ${(n % 20) + 10}`,
  kind: "by" as const,
  due: `2020-06-${(n % 20) + 10}`,
});

export const linkageIntent = async (
  office: SimulatedOffice,
  command: Linkage,
  id: () => string,
): Promise<Intent | null> => {
  if (command.do === "urge") return newUrging(command.to, command.task, office, id());
  if (command.do === "press") {
    const found = await find(office, command.at, ["urging"]);
    if (!found) return null;
    const { unit } = (found.view.values["given"] ?? { unit: null }) as { unit: string | null };
    const step = nth(urgingSteps, command.step) ?? "answer";
    return { action: "urgings.step", changes: [change(found, "step", { step, unit, on: day, text: "as seen" })] };
  }
  const found = await find(office, command.at, ["task"]);
  if (!found) return null;
  if (command.do === "campaign") {
    const value = command.value === 0 ? null : { id: null, name: `campaign ${command.value}`, every: "month" };
    return { action: "tasks.edit", changes: [change(found, "campaign", value)] };
  }
  if (command.do === "part") {
    // Any task, itself too: what merging can bring about is a breakdown that loops.
    const parent = command.to === null ? null : (nth(await office.records("task"), command.to) ?? null);
    return { action: "tasks.partOf", changes: [change(found, "parent", parent)] };
  }
  const given = found.view.steps
    .map(({ value }) => value as { step: string; unit: string | null } | null)
    .filter((value) => value?.step === "assign");
  const step = nth(termSteps, command.step) ?? "arrange";
  const unit = nth(given, command.step >> 2)?.unit ?? nth(unitCodes, command.step) ?? null;
  const value = {
    step,
    unit,
    on: day,
    text: "as seen",
    ...(step !== "refuse-extension" && { period: until(command.step) }),
  };
  return { action: `tasks.${step}`, changes: [change(found, "step", value)] };
};

const newUrging = async (to: number, task: number, office: SimulatedOffice, record: string): Promise<Intent> => {
  const about = { task: nth(await office.records("task"), task) ?? null, no: "1", title: "task" };
  const value = {
    number: { year: 2020, no: 1 + (task % 5) },
    given: { unit: nth(unitCodes, to) ?? office.code },
    about,
    text: "answer at once",
    limit: until(task),
    issuedOn: day,
    dispatch: null,
    life: { state: "live" },
  };
  return { action: "urgings.issue", changes: [{ record, kind: "urging", unit: "*", value }] };
};
