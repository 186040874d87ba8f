/** The dialogs about forms, each once on the page that shows them. */
import { Input } from "antd";
import { useId, useState } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useFinish } from "../campaigns/useFinish.ts";
import { TaskDialog } from "../tasks/TaskDialog.tsx";
import { Field } from "../ui/form/index.ts";
import { useStore } from "../ui/store.ts";
import { closeFormsDialog, formsTarget, type FormsTarget } from "./state.ts";
import { WriteDialog } from "./WriteDialog.tsx";

const VoidDialog = ({ form }: Extract<FormsTarget, { readonly kind: "void" }>) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(closeFormsDialog);
  const [reason, setReason] = useState("");
  const save = (): void => {
    if (reason.trim() === "") return;
    void finish(() => client.forms.withdraw({ id: form.id, reason }), t("forms.list.withdrawnNow"));
  };
  return (
    <TaskDialog
      title={t("forms.list.withdrawTitle", { unit: form.unitName })}
      ok={t("forms.act.withdraw")}
      danger
      busy={busy}
      onOk={save}
      onCancel={closeFormsDialog}
    >
      <p className="quiet">{t("forms.list.withdrawText")}</p>
      <Field id={id} label={t("forms.list.reason")}>
        <Input id={id} value={reason} aria-required onChange={({ target }) => setReason(target.value)} />
      </Field>
    </TaskDialog>
  );
};

export const FormsDialogs = () => {
  const target = useStore(formsTarget);
  if (target === undefined) return null;
  return target.kind === "void" ? <VoidDialog {...target} /> : <WriteDialog {...target} />;
};
