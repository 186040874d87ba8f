/** A campaign or a template withdrawn, with the reason; tasks are not touched. */
import { Input } from "antd";
import { useId, useState } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { TaskDialog } from "../tasks/TaskDialog.tsx";
import { Field } from "../ui/form/index.ts";
import { type CampaignTarget, closeCampaign } from "./target.ts";
import { useFinish } from "./useFinish.ts";

type Target = Extract<CampaignTarget, { readonly kind: "withdraw" } | { readonly kind: "withdraw-template" }>;

export const WithdrawDialog = ({ target }: { readonly target: Target }) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(closeCampaign);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isCampaign = target.kind === "withdraw";
  const { id: record, name } = isCampaign ? target.campaign : target.template;
  const wrong = tried && reason.trim() === "";
  const save = (): void => {
    setTried(true);
    if (reason.trim() === "") return;
    void finish(
      () =>
        isCampaign
          ? client.campaigns.withdraw({ id: record, reason })
          : client.campaigns.withdrawTemplate({ id: record, reason }),
      t("campaigns.saved.withdrawn", { name }),
    );
  };
  return (
    <TaskDialog
      title={t("campaigns.dialog.withdraw", { name })}
      ok={t("campaigns.act.withdraw")}
      danger
      busy={busy}
      onOk={save}
      onCancel={closeCampaign}
    >
      <p className="quiet">
        {t(isCampaign ? "campaigns.dialog.withdrawHint" : "campaigns.dialog.withdrawTemplateHint")}
      </p>
      <Field
        id={id}
        label={t("campaigns.dialog.reason")}
        wrong={wrong ? t("campaigns.dialog.reasonWanted") : undefined}
      >
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 6 }}
          status={wrong ? "error" : ""}
          value={reason}
          onChange={({ target: { value } }) => setReason(value)}
        />
      </Field>
    </TaskDialog>
  );
};
