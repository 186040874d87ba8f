/** A campaign or a template withdrawn, with the reason; tasks are not touched. */
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ReasonDialog } from "../ui/dialog/index.ts";
import { type CampaignTarget, closeCampaign } from "./target.ts";

type Target = Extract<CampaignTarget, { readonly kind: "withdraw" } | { readonly kind: "withdraw-template" }>;

export const WithdrawDialog = ({ target }: { readonly target: Target }) => {
  const { t } = useWords();
  const isCampaign = target.kind === "withdraw";
  const { id, name } = isCampaign ? target.campaign : target.template;
  return (
    <ReasonDialog
      title={t("campaigns.dialog.withdraw", { name })}
      ok={t("campaigns.act.withdraw")}
      explain={t(isCampaign ? "campaigns.dialog.withdrawHint" : "campaigns.dialog.withdrawTemplateHint")}
      label={t("campaigns.dialog.reason")}
      wanted={t("campaigns.dialog.reasonWanted")}
      run={(reason) =>
        isCampaign ? client.campaigns.withdraw({ id, reason }) : client.campaigns.withdrawTemplate({ id, reason })
      }
      said={t("campaigns.saved.withdrawn", { name })}
      onClose={closeCampaign}
    />
  );
};
