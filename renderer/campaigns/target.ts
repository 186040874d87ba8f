/** Which dialog about campaigns or templates lies open; each stands once on its page, whoever opens it. */
import type { CampaignRow, TemplateRow } from "#shared/contract/campaigns.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { storeOf } from "../ui/store.ts";

type OwnCampaign = CampaignRow & { readonly id: string };

export type CampaignTarget =
  | { readonly kind: "add"; readonly name: string }
  | { readonly kind: "edit"; readonly campaign: OwnCampaign }
  | { readonly kind: "withdraw"; readonly campaign: OwnCampaign }
  | { readonly kind: "start"; readonly template: TemplateRow }
  | { readonly kind: "withdraw-template"; readonly template: TemplateRow };

export const campaignTarget = storeOf<CampaignTarget | undefined>(undefined);
export const openCampaign = (target: CampaignTarget): void => campaignTarget.set(target);
export const closeCampaign = (): void => campaignTarget.set(undefined);

export interface SavedTarget {
  readonly query: ListQuery;
  /** The ticked ones; empty: all of the query. */
  readonly ids: readonly string[];
  readonly taken?: () => void;
}

export const savedTarget = storeOf<SavedTarget | undefined>(undefined);
/** Asks under which name the tasks of a list are kept as a template. */
export const openSaveTemplate = (target: SavedTarget): void => savedTarget.set(target);
export const closeSaveTemplate = (): void => savedTarget.set(undefined);
