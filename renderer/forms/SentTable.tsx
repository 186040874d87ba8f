/** The forms that were sent, newest first, each with what came back of it; what is overdue says so in a word. */
import { Button, Table } from "antd";
import { printedNumber } from "#shared/forms/identity.ts";
import type { FormRow } from "#shared/forms/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { daysOverdue, isOverdue, isWaiting } from "./sent.ts";
import { openFormsDialog } from "./state.ts";

const CameBack = ({ row }: { readonly row: FormRow }) => {
  const { t } = useWords();
  const { day, today } = useDates();
  const { withdrawn, takenOn, times } = row;
  if (withdrawn) return <span className="quiet">{t("forms.list.withdrawn")}</span>;
  if (takenOn !== null) {
    const date = day(takenOn);
    return (
      <span>
        <span aria-hidden>✓ </span>
        {times > 1 ? t("forms.list.backTimes", { date, times }) : t("forms.list.back", { date })}
      </span>
    );
  }
  if (isOverdue(row, today))
    return (
      <strong className="forms-overdue">
        <span aria-hidden>▲ </span>
        {t("forms.list.overdue", { days: daysOverdue(row, today) })}
      </strong>
    );
  return <span>{t("forms.list.waiting")}</span>;
};

export const SentTable = ({ rows }: { readonly rows: readonly FormRow[] }) => {
  const { t } = useWords();
  const { day } = useDates();
  return (
    <Table<FormRow>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      pagination={rows.length > 200 ? { pageSize: 200, showSizeChanger: false } : false}
      rowClassName={({ withdrawn }) => (withdrawn ? "import-undone" : "")}
      columns={[
        { key: "unit", title: t("forms.list.unit"), dataIndex: "unitName" },
        { key: "issuedOn", title: t("forms.list.issuedOn"), width: 130, render: (_, row) => day(row.issuedOn) },
        { key: "backBy", title: t("forms.list.backBy"), width: 130, render: (_, row) => day(row.backBy) },
        { key: "tasks", title: t("forms.list.tasks"), width: 90, align: "right", dataIndex: "tasks" },
        { key: "state", title: t("forms.list.state"), width: 240, render: (_, row) => <CameBack row={row} /> },
        {
          key: "number",
          title: t("forms.list.number"),
          width: 120,
          render: (_, { id }) => <span className="figure quiet">{printedNumber(id)}</span>,
        },
        {
          key: "acts",
          width: 90,
          render: (_, row) =>
            isWaiting(row) ? (
              <Button size="small" onClick={() => openFormsDialog({ kind: "void", form: row })}>
                {t("forms.act.withdraw")}
              </Button>
            ) : null,
        },
      ]}
    />
  );
};
