/** What the list of tasks offers of forms: the way to their page, and writing them for what is ticked. */
import { navigate } from "wouter/use-hash-location";
import { useWords } from "../i18n.ts";
import type { ListAction, Selection } from "../ui/list/types.ts";
import { openFormsDialog } from "./state.ts";

export const formsPlace = "/forms";

export const useFormsActions = (): readonly ListAction[] => {
  const { t } = useWords();
  return [{ key: "forms", label: t("forms.name"), run: () => navigate(formsPlace) }];
};

export const useFormsOfSelected = (): ((selection: Selection) => ListAction) => {
  const { t } = useWords();
  return ({ ids, clear }) => ({
    key: "forms",
    label: t("forms.act.writeSelected"),
    run: () => openFormsDialog({ kind: "write", ids, written: clear }),
  });
};
