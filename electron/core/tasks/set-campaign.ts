/** Puts many tasks into a campaign (行动) at once, or takes them out of theirs. */
import { AppError } from "#shared/errors.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { campaignNamed } from "./campaign-of.ts";
import { workedTask } from "./write.ts";

/**
 * A blank name takes them out of the campaign that they are in.
 * @throws AppError `not-found`, `nothing-to-do` when all are in it already, those of `workedTask`
 */
export const setCampaign = (store: Store, ids: readonly string[], name: string): Committed => {
  const units = unitLookup(store.db);
  const value = campaignNamed(store, name);
  const changes = [...new Set(ids)].flatMap((id): ChangeInput[] => {
    const { campaign } = workedTask(store, id, units);
    return (campaign?.name ?? "") === (value?.name ?? "")
      ? []
      : [{ record: id, kind: "task", unit: "campaign", value }];
  });
  if (changes.length === 0) throw new AppError("nothing-to-do");
  return commit(store, { action: "tasks.campaign", changes });
};
