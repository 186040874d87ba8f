/**
 * The campaign (行动) that a name means: its own record's id and interval where this office keeps one, else what tasks
 * from the office above say of it, else the name alone.
 */
import type { TaskCampaign } from "#shared/tasks/record.ts";
import type { CampaignFacts } from "#shared/campaigns/record.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";

const keptSql = `SELECT records.id AS id, value,
    (SELECT life.value FROM facts AS life WHERE life.rid = facts.rid AND life.unit = 'life') AS life
  FROM facts JOIN records USING (rid) WHERE kind = 'campaign' AND unit = 'facts' ORDER BY records.id`;

const namedSql = `SELECT campaign_value FROM tasks
  WHERE listed = 1 AND campaign = ? ORDER BY campaign_value ->> '$.every' IS NULL, rid LIMIT 1`;

/** Null for a blank name. */
export const campaignNamed = (store: Store, written: string): TaskCampaign | null => {
  const name = written.trim();
  if (name === "") return null;
  const rows = prepared(store.db, keptSql).all() as { id: string; value: string; life: string | null }[];
  for (const { id, value, life } of rows) {
    const facts = JSON.parse(value) as CampaignFacts;
    const isLive = life === null || (JSON.parse(life) as { state: string }).state === "live";
    if (isLive && facts.name === name) return { id, name, ...(facts.every !== null && { every: facts.every }) };
  }
  const told = prepared(store.db, namedSql).pluck().get(name) as string | null | undefined;
  return told ? (JSON.parse(told) as TaskCampaign) : { id: null, name };
};
