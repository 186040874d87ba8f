/** What the list of tasks offers of campaigns and templates: the way to their page, and keeping a list as a template. */
import { navigate } from "wouter/use-hash-location";
import { useWords } from "../i18n.ts";
import { listState } from "../ui/list/state.ts";
import type { ListAction, Selection } from "../ui/list/types.ts";
import { openSaveTemplate } from "./target.ts";

/** Above the list: of all that it shows. */
export const useCampaignActions = (): readonly ListAction[] => {
  const { t } = useWords();
  return [
    {
      key: "template",
      label: t("campaigns.act.save"),
      run: () => openSaveTemplate({ query: listState("tasks").get().query, ids: [] }),
    },
    { key: "campaigns", label: t("campaigns.parts.campaigns"), run: () => navigate("/campaigns") },
  ];
};

/** Of what is ticked. */
export const useTemplateAction = (): ((selection: Selection) => ListAction) => {
  const { t } = useWords();
  return ({ ids, clear }) => ({
    key: "template",
    label: t("campaigns.act.save"),
    run: () => openSaveTemplate({ query: { q: "", filters: [], sort: [] }, ids, taken: clear }),
  });
};
