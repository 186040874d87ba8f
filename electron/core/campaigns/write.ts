/**
 * Campaigns added, changed and withdrawn. Their name and interval stand in the tasks too, since an office below has only
 * these: whatever changes there changes all tasks that this office owns in it, in the same commit.
 */
import type { CampaignFacts } from "#shared/campaigns/record.ts";
import { AppError } from "#shared/errors.ts";
import type { TaskCampaign } from "#shared/tasks/record.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { withdrawal } from "../store/withdrawal.ts";
import { carried, findCampaign, keptCampaigns, type KeptCampaign } from "./kept.ts";

/** Tasks of this office's own that carry a campaign by its record, or its name alone, or with one that was withdrawn. */
const ownTasksSql = `SELECT records.id FROM tasks AS t JOIN records USING (rid)
  JOIN commits ON commits.id = records.created
  WHERE t.campaign <> '' AND t.life <> 'undone' AND commits.office IN ('', @office)
    AND (t.campaign_value ->> '$.id' = @id OR t.campaign = @name AND (t.campaign_value ->> '$.id' IS NULL
      OR t.campaign_value ->> '$.id' IN (SELECT id FROM records WHERE kind = 'campaign')))
  ORDER BY t.rid`;

const ownTasks = (store: Store, id: string, name: string): string[] =>
  store.db
    .prepare(ownTasksSql)
    .pluck()
    .all({ id, name, office: store.officeCode() ?? "" }) as string[];

const carriedBy = (tasks: readonly string[], value: TaskCampaign): ChangeInput[] =>
  tasks.map((record) => ({ record, kind: "task", unit: "campaign", value }));

const refuseTaken = (store: Store, name: string, except?: string): void => {
  const taken = keptCampaigns(store).some(
    ({ id, facts, withdrawn }) => id !== except && !withdrawn && facts.name === name,
  );
  if (taken) throw new AppError("campaign-name-taken", { name });
};

const refuseWithdrawn = ({ facts, withdrawn }: KeptCampaign): void => {
  if (withdrawn) throw new AppError("campaign-withdrawn", { name: facts.name });
};

type Entry = { readonly [Key in keyof CampaignFacts]?: CampaignFacts[Key] | undefined };

/** A new campaign's change, for a commit that begins one along with other things. */
export const newCampaign = (store: Store, facts: CampaignFacts): ChangeInput & { readonly value: object } => ({
  record: newId(store.env),
  kind: "campaign",
  unit: "*",
  value: { facts },
});

/**
 * Tasks of this office that carry the name already belong to it from then on.
 * @throws AppError `campaign-name-taken`
 */
export const addCampaign = (store: Store, entry: Entry & { readonly name: string }): Committed => {
  const { name, year = null, every = null, note = "" } = entry;
  refuseTaken(store, name);
  const campaign = newCampaign(store, { name, year, every, note });
  return commit(store, {
    action: "campaigns.add",
    changes: [
      campaign,
      ...carriedBy(ownTasks(store, campaign.record, name), carried(campaign.record, { name, every })),
    ],
  });
};

/** @throws AppError `not-found`, `campaign-withdrawn`, `campaign-name-taken`, `nothing-to-do` when nothing differs */
export const editCampaign = (store: Store, id: string, changes: Entry): Committed => {
  const kept = findCampaign(store, id);
  refuseWithdrawn(kept);
  const before = kept.facts;
  const facts: CampaignFacts = {
    name: changes.name ?? before.name,
    year: changes.year === undefined ? before.year : changes.year,
    every: changes.every === undefined ? before.every : changes.every,
    note: changes.note ?? before.note,
  };
  if (JSON.stringify(facts) === JSON.stringify({ ...facts, ...before })) throw new AppError("nothing-to-do");
  if (facts.name !== before.name) refuseTaken(store, facts.name, id);
  const isCarried = facts.name !== before.name || facts.every !== before.every;
  return commit(store, {
    action: "campaigns.edit",
    changes: [
      { record: id, kind: "campaign", unit: "facts", value: facts },
      ...(isCarried ? carriedBy(ownTasks(store, id, before.name), carried(id, facts)) : []),
    ],
  });
};

/** Its tasks stay as they are and keep its name. @throws AppError `not-found`, `campaign-withdrawn` */
export const withdrawCampaign = (store: Store, id: string, reason: string): Committed => {
  refuseWithdrawn(findCampaign(store, id));
  return commit(store, {
    action: "campaigns.withdraw",
    changes: [withdrawal(id, "campaign", reason)],
  });
};
