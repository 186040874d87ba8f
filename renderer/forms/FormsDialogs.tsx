/** The dialogs about forms, each once on the page that shows them. */
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ReasonDialog } from "../ui/dialog/index.ts";
import { useStore } from "../ui/store.ts";
import { closeFormsDialog, formsTarget, type FormsTarget } from "./state.ts";
import { WriteDialog } from "./WriteDialog.tsx";

const VoidDialog = ({ form }: Extract<FormsTarget, { readonly kind: "void" }>) => {
  const { t } = useWords();
  return (
    <ReasonDialog
      title={t("forms.list.withdrawTitle", { unit: form.unitName })}
      ok={t("forms.act.withdraw")}
      explain={t("forms.list.withdrawText")}
      label={t("forms.list.reason")}
      wanted={t("forms.list.reasonWanted")}
      run={(reason) => client.forms.withdraw({ id: form.id, reason })}
      said={t("forms.list.withdrawnNow")}
      onClose={closeFormsDialog}
    />
  );
};

export const FormsDialogs = () => {
  const target = useStore(formsTarget);
  if (target === undefined) return null;
  return target.kind === "void" ? <VoidDialog {...target} /> : <WriteDialog {...target} />;
};
