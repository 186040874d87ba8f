/** The templates: lists kept to be started again for another year. */
import { Button, Table } from "antd";
import type { TemplateRow } from "#shared/contract/campaigns.ts";
import { useWords } from "../i18n.ts";
import { openCampaign } from "./target.ts";

export const TemplatesTable = ({ rows }: { readonly rows: readonly TemplateRow[] }) => {
  const { t } = useWords();
  return (
    <Table<TemplateRow>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      rowClassName={({ withdrawn }) => (withdrawn ? "campaign-withdrawn" : "")}
      columns={[
        {
          key: "name",
          title: t("campaigns.templates.name"),
          render: (_, { name, note }) => (
            <>
              <div className="campaign-name">{name}</div>
              {note === "" ? null : <div className="quiet">{note}</div>}
            </>
          ),
        },
        { key: "year", title: t("campaigns.templates.year"), width: 100, dataIndex: "year" },
        { key: "tasks", title: t("campaigns.templates.tasks"), width: 90, align: "right", dataIndex: "tasks" },
        {
          key: "acts",
          title: t("campaigns.fields.acts"),
          width: 220,
          render: (_, template) =>
            template.withdrawn ? (
              <span className="quiet">{t("campaigns.withdrawn")}</span>
            ) : (
              <span className="campaign-acts">
                <Button size="small" type="primary" onClick={() => openCampaign({ kind: "start", template })}>
                  {t("campaigns.act.start")}
                </Button>
                <Button
                  size="small"
                  type="text"
                  danger
                  onClick={() => openCampaign({ kind: "withdraw-template", template })}
                >
                  {t("campaigns.act.withdraw")}
                </Button>
              </span>
            ),
        },
      ]}
    />
  );
};
