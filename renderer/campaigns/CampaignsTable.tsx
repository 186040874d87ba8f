/** The campaigns, each with its counts; every count leads to its list. */
import { Button, Table } from "antd";
import { type CampaignCount, campaignFilters } from "#shared/campaigns/lists.ts";
import type { CampaignRow } from "#shared/contract/campaigns.ts";
import { useWords } from "../i18n.ts";
import { numberText } from "../ui/dates.ts";
import { openList } from "../ui/list/state.ts";
import { openCampaign } from "./target.ts";

const Count = ({ row, count }: { readonly row: CampaignRow; readonly count: CampaignCount }) => {
  const { t, language } = useWords();
  const number = row[count];
  if (number === 0) return <span className="quiet figure">0</span>;
  return (
    <button
      type="button"
      className={count === "overdue" ? "link-button campaign-count campaign-overdue" : "link-button campaign-count"}
      aria-label={t("campaigns.act.open", { name: `${row.name} · ${t(`campaigns.fields.${count}`)}`, count: number })}
      onClick={() => openList("tasks", campaignFilters(row.name, count))}
    >
      <strong className="figure">{numberText(number, language)}</strong>
    </button>
  );
};

const Acts = ({ row }: { readonly row: CampaignRow }) => {
  const { t } = useWords();
  const { id } = row;
  if (id === null) return <span className="quiet">{t("campaigns.fromAbove")}</span>;
  if (row.withdrawn) return <span className="quiet">{t("campaigns.withdrawn")}</span>;
  const campaign = { ...row, id };
  return (
    <span className="campaign-acts">
      <Button size="small" onClick={() => openCampaign({ kind: "edit", campaign })}>
        {t("campaigns.act.edit")}
      </Button>
      <Button size="small" type="text" danger onClick={() => openCampaign({ kind: "withdraw", campaign })}>
        {t("campaigns.act.withdraw")}
      </Button>
    </span>
  );
};

const counts: readonly CampaignCount[] = ["tasks", "done", "overdue"];

export const CampaignsTable = ({ rows }: { readonly rows: readonly CampaignRow[] }) => {
  const { t } = useWords();
  return (
    <Table<CampaignRow>
      size="small"
      rowKey={({ id, name }) => id ?? `name ${name}`}
      dataSource={[...rows]}
      pagination={false}
      rowClassName={({ withdrawn }) => (withdrawn ? "campaign-withdrawn" : "")}
      columns={[
        {
          key: "name",
          title: t("campaigns.fields.name"),
          render: (_, { name, note }) => (
            <>
              <div className="campaign-name">{name}</div>
              {note === "" ? null : <div className="quiet">{note}</div>}
            </>
          ),
        },
        { key: "year", title: t("campaigns.fields.year"), width: 80, dataIndex: "year" },
        {
          key: "every",
          title: t("campaigns.fields.every"),
          width: 150,
          render: (_, { every }) => (every === null ? "" : t(`tasks.campaign.every.${every}`)),
        },
        ...counts.map((count) => ({
          key: count,
          title: t(`campaigns.fields.${count}`),
          width: 90,
          align: "right" as const,
          render: (_: unknown, row: CampaignRow) => <Count row={row} count={count} />,
        })),
        { key: "acts", title: t("campaigns.fields.acts"), width: 190, render: (_, row) => <Acts row={row} /> },
      ]}
    />
  );
};
