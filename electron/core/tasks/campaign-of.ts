/**
 * The campaign (行动) that a name means: its own record's id and interval where this office keeps one, else what tasks
 * from the office above say of it, else the name alone.
 */
import type { TaskCampaign } from "#shared/tasks/record.ts";
import { carried, keptCampaigns } from "../campaigns/kept.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";

const namedSql = `SELECT campaign_value FROM tasks
  WHERE listed = 1 AND campaign = ? ORDER BY campaign_value ->> '$.every' IS NULL, rid LIMIT 1`;

/** Null for a blank name. */
export const campaignNamed = (store: Store, written: string): TaskCampaign | null => {
  const name = written.trim();
  if (name === "") return null;
  const own = keptCampaigns(store).find(({ facts, withdrawn }) => !withdrawn && facts.name === name);
  if (own) return carried(own.id, own.facts);
  const told = prepared(store.db, namedSql).pluck().get(name) as string | null | undefined;
  return told ? (JSON.parse(told) as TaskCampaign) : { id: null, name };
};
