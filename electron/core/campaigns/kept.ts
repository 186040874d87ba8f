/** The campaigns and templates that this office keeps, as they stand; those whose creation was undone are none. */
import type { CampaignFacts, TemplateTask } from "#shared/campaigns/record.ts";
import { AppError } from "#shared/errors.ts";
import type { Life } from "#shared/store/life.ts";
import type { TaskCampaign } from "#shared/tasks/record.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";

export interface Kept<Facts> {
  readonly id: string;
  readonly facts: Facts;
  readonly withdrawn: boolean;
}

export type KeptCampaign = Kept<CampaignFacts>;
export type KeptTemplate = Kept<{ readonly name: string; readonly year: number; readonly note: string }>;

interface KeptRow {
  readonly id: string;
  readonly facts: string;
  readonly life: string | null;
}

const keptSql = `SELECT records.id AS id, f.value AS facts, l.value AS life
  FROM records JOIN facts AS f ON f.rid = records.rid AND f.unit = 'facts'
  LEFT JOIN facts AS l ON l.rid = records.rid AND l.unit = 'life'
  WHERE records.kind = ? ORDER BY records.rid`;

const keptOf = <Facts>({ db }: Store, kind: string): Kept<Facts>[] =>
  (prepared(db, keptSql).all(kind) as KeptRow[]).flatMap(({ id, facts, life }) => {
    const state = life === null ? "live" : (JSON.parse(life) as Life).state;
    return state === "undone" ? [] : [{ id, facts: JSON.parse(facts) as Facts, withdrawn: state === "withdrawn" }];
  });

/** In the order in which they were added. */
export const keptCampaigns = (store: Store): KeptCampaign[] => keptOf(store, "campaign");
export const keptTemplates = (store: Store): KeptTemplate[] => keptOf(store, "template");

const found = <Facts>(all: readonly Kept<Facts>[], id: string): Kept<Facts> => {
  const kept = all.find((each) => each.id === id);
  if (!kept) throw new AppError("not-found", { id });
  return kept;
};

/** @throws AppError `not-found` */
export const findCampaign = (store: Store, id: string): KeptCampaign => found(keptCampaigns(store), id);
/** @throws AppError `not-found` */
export const findTemplate = (store: Store, id: string): KeptTemplate => found(keptTemplates(store), id);

export const tasksOfTemplate = (store: Store, id: string): readonly TemplateTask[] =>
  store.fact<TemplateTask[]>(id, "tasks") ?? [];

/** A campaign as tasks carry it: its name, and its interval where it has one. */
export const carried = (id: string | null, { name, every }: Pick<CampaignFacts, "name" | "every">): TaskCampaign => ({
  id,
  name,
  ...(every !== null && { every }),
});
